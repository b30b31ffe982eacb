'use client'

import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { leverage as leverageText } from '../../format/number.ts'
import { percent, wholePercent } from '../../format/percent.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { Outlook } from './outlook.ts'
import type { Risks } from './risky.ts'

interface ConfirmOrderProps {
  outlook: Outlook
  risks: Risks
  leverage: number
  onBack: () => void
  /** The answer says whether to ask again in this round. */
  onPlace: (isLast: boolean) => void
}

/** Asks once more before what is risky, and says what makes it so. */
export function ConfirmOrder({ outlook, risks, leverage, onBack, onPlace }: ConfirmOrderProps) {
  const t = useTranslations('trade.confirm')
  const [isLast, setLast] = useState(false)
  const reasons = [
    risks.leverage &&
      t('leverage', {
        leverage: leverageText(leverage),
        distance: percent(outlook.distance ?? 1 / leverage),
      }),
    risks.size && t('size', { share: wholePercent(outlook.share) }),
    risks.buffer && t('buffer'),
  ].filter((reason) => reason !== false)
  return (
    <Dialog title={t('title')} isOpen isQuestion onClose={onBack}>
      <ul className="flex flex-col gap-2">
        {reasons.map((reason) => (
          <li key={reason} className="flex gap-2.5">
            <TriangleAlert size={18} className="mt-0.5 shrink-0 text-warn" aria-hidden />
            {reason}
          </li>
        ))}
      </ul>
      {outlook.atRisk && <p className="font-semibold">{t('lose', { amount: wholeMoney(outlook.atRisk) })}</p>}
      <Switch isSelected={isLast} onChange={setLast}>
        {t('again')}
      </Switch>
      <div className="grid grid-cols-[auto_1fr] gap-2 whitespace-nowrap">
        <Button size="lg" onPress={onBack}>
          {t('back')}
        </Button>
        <Button size="lg" variant="primary" onPress={() => onPlace(isLast)}>
          {t('place')}
        </Button>
      </div>
    </Dialog>
  )
}
