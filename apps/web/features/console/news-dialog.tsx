'use client'

import { HEADLINE_MAX, isHeadline } from '@cascade/engine'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { connect, useRoundInHand } from '../../live/index.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { FiringRow } from './firing-row.tsx'
import { HEADLINES, type HeadlineId, REACTIONS } from './headlines.ts'
import { FIRST_SHOCK, shockMessage } from './shock-draft.ts'
import { ShockFields } from './shock-fields.tsx'
import { useFiring } from './use-firing.ts'

/** Asks which headline, and whether prices react to it, and shows it to everybody. */
export function NewsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('console.news')
  const words = useTranslations('console.headlines')
  const { session } = useRoundInHand()
  const [ready, setReady] = useState<HeadlineId | 'own'>('own')
  const [text, setText] = useState('')
  const [reacts, setReacts] = useState(false)
  const [draft, setDraft] = useState(FIRST_SHOCK)
  const firing = useFiring()
  const headline = text.normalize('NFC').trim()
  const choose = (id: HeadlineId | 'own') => {
    setReady(id)
    if (id === 'own') return setText('')
    const reaction = REACTIONS[id]
    setText(words(id))
    setReacts(reaction !== null)
    if (reaction) setDraft((held) => ({ ...held, ...reaction }))
  }
  const show = async () => {
    const shock = reacts ? shockMessage(draft) : null
    if (!(await firing.fire(connect().publishNews(session.roundId, { headline, shock })))) return
    toast({ kind: 'good', title: t('done') })
    onClose()
  }
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <p className="text-muted">{t('text')}</p>
      <Select
        label={t('ready')}
        value={ready}
        onChange={choose}
        choices={[{ id: 'own', label: t('own') }, ...HEADLINES.map((id) => ({ id, label: words(id) }))]}
      />
      <TextField
        label={t('headline')}
        value={text}
        onChange={setText}
        lengthMax={HEADLINE_MAX}
        help={t('left', { left: Math.max(0, HEADLINE_MAX - [...headline].length) })}
      />
      <Switch isSelected={reacts} onChange={setReacts}>
        {t('react')}
      </Switch>
      {reacts && (
        <ShockFields draft={draft} onChange={(part) => setDraft((held) => ({ ...held, ...part }))} />
      )}
      <FiringRow
        firing={firing}
        confirm={t('confirm')}
        isDisabled={!isHeadline(headline)}
        onBack={onClose}
        onConfirm={show}
      />
    </Dialog>
  )
}
