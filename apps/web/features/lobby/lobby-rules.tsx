'use client'

import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Lobby } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FairnessNote } from '../rules/fairness-note.tsx'
import { presetOf } from '../rules/preset-of.ts'
import { RulesDialog } from '../rules/rules-dialog.tsx'

/** Which rules the round will be played by, all of them on request, and that its market is fixed. */
export function LobbyRules({ lobby }: { lobby: Lobby }) {
  const t = useTranslations('lobby')
  const words = useTranslations('rules')
  const [isOpen, setOpen] = useState(false)
  const { config, commitment, phase } = lobby
  const preset = presetOf(config)
  const fairness = { commitment, phase, words: lobby.words }
  return (
    <>
      <Card title={preset ? words(`presets.${preset}.title`) : words('title')}>
        {preset && <p className="text-muted">{words(`presets.${preset}.text`)}</p>}
        <Button onPress={() => setOpen(true)} className="self-start">
          <ScrollText size={18} aria-hidden />
          {t('rules')}
        </Button>
        {isOpen && <RulesDialog config={config} {...fairness} onClose={() => setOpen(false)} />}
      </Card>
      <Card title={words('fairness.title')}>
        <FairnessNote {...fairness} isOwnPrices={config.market.scripted === true} />
      </Card>
    </>
  )
}
