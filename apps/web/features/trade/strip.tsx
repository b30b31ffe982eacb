'use client'

import { equityOf, type Round } from '@cascade/engine'
import { Keyboard, ScrollText } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { money, signedMoney } from '../../format/money.ts'
import { signedPercent } from '../../format/percent.ts'
import { clock } from '../../format/time.ts'
import { type RoundStore, sameFields, useRound } from '../../live/index.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Delta } from './delta.tsx'
import { HealthMeter } from './health-meter.tsx'
import { useSeated } from './use-seated.ts'

/** What must be in sight all the time: equity, its change, margin health and the time left. */
export function Strip({ onKeys, onRules }: { onKeys: () => void; onRules: () => void }) {
  const t = useTranslations('trade')
  const isSeated = useSeated()
  return (
    <section
      aria-label={t('strip.label')}
      className="sticky top-0 z-30 flex h-14 items-center gap-3 border-line border-b bg-surface px-3 lg:px-5"
    >
      <Link href="/" aria-label={t('strip.leave')} className="hidden shrink-0 lg:block">
        <Mark size={22} className="text-accent" />
      </Link>
      <Equity />
      {isSeated && <HealthMeter />}
      <span className="hidden flex-1 text-end text-muted text-sm lg:block">{t('simulated')}</span>
      <TimeLeft />
      <span className="-me-2 lg:-me-3">
        <IconButton label={t('strip.rules')} onPress={onRules}>
          <ScrollText size={20} aria-hidden />
        </IconButton>
      </span>
      <span className="-me-2 hidden lg:block">
        <IconButton label={t('strip.keys')} onPress={onKeys}>
          <Keyboard size={20} aria-hidden />
        </IconButton>
      </span>
    </section>
  )
}

function worthOf({ round, account }: RoundStore): { equity: number; change: number; start: number } | null {
  if (!account) return null
  const equity = equityOf(round, account)
  const start = round.config.startingCash
  return { equity: equity.toNumber(), change: equity.minus(start).toNumber(), start: start.toNumber() }
}

function Equity() {
  const t = useTranslations('trade.strip')
  const worth = useRound(worthOf, sameFields)
  if (!worth) return <span className="flex-1" />
  return (
    <div className="flex min-w-0 flex-1 flex-col leading-tight lg:flex-row lg:items-baseline lg:gap-3">
      <span className="font-semibold text-lg">
        <span className="sr-only">{t('equity')} </span>
        {money(worth.equity)}
      </span>
      <Delta sign={worth.change} className="text-sm">
        <span className="sr-only">{t('change')} </span>
        <span className="hidden sm:inline">{signedMoney(worth.change)}</span>
        {signedPercent(worth.start > 0 ? worth.change / worth.start : 0)}
      </Delta>
    </div>
  )
}

const leftMs = ({ config, tick, phase }: Round): number =>
  phase === 'ended' ? 0 : Math.max(0, config.clock.ticks - tick) * config.clock.tickMs

function TimeLeft() {
  const t = useTranslations('trade.strip')
  const left = useRound(({ round }) => clock(leftMs(round)))
  return (
    <span role="timer" aria-label={t('left')} className="min-w-11 text-end font-semibold text-lg">
      {left}
    </span>
  )
}
