'use client'

import type { Phase, RoundConfig, WordCount } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { Dialog } from '../../ui/dialog.tsx'
import { FairnessNote } from './fairness-note.tsx'
import { RuleLines } from './rule-lines.tsx'

interface RulesDialogProps {
  config: Pick<RoundConfig, 'rules' | 'clock' | 'market' | 'instruments'>
  /** What was published of the round's market. */
  commitment: string
  words: WordCount
  phase: Phase
  onClose: () => void
}

/** The rules of a round on a sheet of their own. */
export function RulesDialog({ config, onClose, ...fairness }: RulesDialogProps) {
  const t = useTranslations('rules')
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <RuleLines config={config} />
      <section className="flex flex-col gap-1 border-line border-t pt-3">
        <h3 className="font-medium">{t('fairness.title')}</h3>
        <FairnessNote {...fairness} isOwnPrices={config.market.scripted === true} />
      </section>
    </Dialog>
  )
}
