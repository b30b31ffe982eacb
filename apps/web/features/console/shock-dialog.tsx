'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { connect, useRoundInHand } from '../../live/index.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { FiringRow } from './firing-row.tsx'
import { FIRST_SHOCK, shockMessage } from './shock-draft.ts'
import { ShockFields } from './shock-fields.tsx'
import { useFiring } from './use-firing.ts'

/** Asks which shock, and fires it. */
export function ShockDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('console.shock')
  const { session } = useRoundInHand()
  const [draft, setDraft] = useState(FIRST_SHOCK)
  const firing = useFiring()
  const fire = async () => {
    if (!(await firing.fire(connect().shock(session.roundId, shockMessage(draft))))) return
    toast({ kind: 'good', title: t('done') })
    onClose()
  }
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <p className="text-muted">{t('text')}</p>
      <ShockFields draft={draft} onChange={(part) => setDraft((held) => ({ ...held, ...part }))} />
      <FiringRow firing={firing} confirm={t('confirm')} onBack={onClose} onConfirm={fire} />
    </Dialog>
  )
}
