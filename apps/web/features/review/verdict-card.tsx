'use client'

import { Equal, RefreshCw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { clock } from '../../format/time.ts'
import type { AccountReview } from './conversation.ts'
import { useVerdict } from './use-verdict.ts'

interface VerdictCardProps {
  account: AccountReview
  tickMs: number
  /** Whether trades moved prices in this round. */
  isMoved: boolean
}

/** The one sentence of the review, and how exact it is. */
export function VerdictCard({ account, tickMs, isMoved }: VerdictCardProps) {
  const t = useTranslations('review.verdict')
  const verdict = useVerdict()
  if (!account.otherMode.ok) return null
  const { divergedAtTick, intents, exact } = account.otherMode.value
  const Sign = exact ? Equal : RefreshCw
  const parted =
    divergedAtTick === null ? t('together') : t('diverged', { time: clock(divergedAtTick * tickMs) })
  return (
    <section aria-labelledby="verdict" className="flex flex-col gap-3 rounded-2xl bg-raised p-5 sm:p-6">
      <h2 id="verdict" className="font-semibold text-2xl tracking-tight">
        {verdict(account.otherMode.value, tickMs)}
      </h2>
      {intents.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
          <span className="inline-flex items-center gap-1.5 font-medium text-text">
            <Sign size={16} className="shrink-0 text-accent" aria-hidden />
            {t(exact ? 'exact' : 'room')}
          </span>
          <span>{exact ? t('exactText') : t(isMoved ? 'movedText' : 'roomText')}</span>
          <span>{parted}</span>
        </p>
      )}
    </section>
  )
}
