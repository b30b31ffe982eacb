'use client'

import { riskOf } from '@cascade/engine'
import { cascadesOf } from '@cascade/review'
import { useTranslations } from 'use-intl'
import { wholePercent } from '../../format/percent.ts'
import { type RoundStore, useRound } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { isMoment } from '../events/sentence.ts'
import { AccountTanks } from '../tanks/account-tanks.tsx'
import { drainedGroups, type TankGroup, tankGroups } from '../tanks/groups.ts'
import { type Health, healthOf, smallestBuffer } from '../tanks/health.ts'

const TONE: Record<Health, string> = {
  flat: 'bg-hover text-muted',
  safe: 'bg-hover text-text',
  tight: 'bg-warn/15 text-warn',
  danger: 'bg-danger/15 text-danger',
  last: 'bg-danger text-ink',
  empty: 'bg-danger/15 text-danger',
}

interface AccountHealth {
  readonly groups: readonly TankGroup[]
  readonly buffer: number | null
}

/** The account's tanks, those that ran dry among them, and its smallest buffer. */
export function healthAt({ round, account, feed, seat }: RoundStore): AccountHealth {
  if (!account) return { groups: [], buffer: null }
  const risk = riskOf(round, account)
  const held = tankGroups(account, risk)
  const own = feed.items.filter(isMoment).filter((item) => 'seat' in item && item.seat === seat)
  return { groups: [...held, ...drainedGroups(cascadesOf(own), held)], buffer: smallestBuffer(risk) }
}

const sameHealth = (a: AccountHealth, b: AccountHealth): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The margin-health bar: the tanks in small, and a word. */
export function HealthMeter() {
  const t = useTranslations('trade.health')
  const { groups, buffer } = useRound(healthAt, sameHealth)
  const isWiped = useRound(({ account }) => (account?.wipedAtTick ?? null) !== null)
  const health = isWiped ? 'empty' : healthOf(buffer)
  const quiet = t(isWiped ? 'emptyText' : 'flatText')
  const text = buffer === null ? quiet : t('text', { buffer: wholePercent(Math.max(0, buffer)) })
  return (
    <section aria-label={t('label')} className="flex items-center gap-2">
      <AccountTanks groups={groups} size="small" className="hidden min-[22rem]:flex" />
      <span
        className={classNames(
          'min-w-16 rounded-full px-2.5 py-1 text-center font-semibold text-sm transition-colors',
          TONE[health],
        )}
      >
        {t(health)}
        <span className="sr-only">. {text}</span>
      </span>
    </section>
  )
}
