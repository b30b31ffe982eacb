'use client'

import type { RoundConfig } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { Dialog } from '../../ui/dialog.tsx'
import { RuleLines } from './rule-lines.tsx'

interface RulesDialogProps {
  config: Pick<RoundConfig, 'rules' | 'clock'>
  onClose: () => void
}

/** The rules of a round on a sheet of their own. */
export function RulesDialog({ config, onClose }: RulesDialogProps) {
  const t = useTranslations('rules')
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <RuleLines config={config} />
    </Dialog>
  )
}
