'use client'

import { type InstrumentId, instrumentOf } from '@cascade/engine'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { onIncrement } from '../../format/price.ts'
import { sameFields, useRound, useRoundInHand } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { CandleChart } from './candle-chart.ts'
import { candlesOf, ticksPerCandle } from './candles.ts'
import { FORCED_SHARE, onThemeChange, VOLUME_SHARE } from './chart-theme.ts'
import { flagsOf } from './flags.ts'
import { ForcedLegend } from './forced-legend.tsx'
import { priceMarks } from './price-lines.ts'

/** The candles of one instrument. It draws on a canvas by itself; React never draws it again for a tick. */
export function PriceChart({ instrument, className }: { instrument: InstrumentId; className?: string }) {
  const t = useTranslations('trade.chart')
  const { store } = useRoundInHand()
  const holder = useRef<HTMLDivElement>(null)
  const titles = useMemo(
    () => ({
      entry: t('entry'),
      liquidation: t('liquidation'),
      stop: t('stop'),
      'take-profit': t('takeProfit'),
      limit: t('limit'),
      news: t('news'),
      shocked: t('shocked'),
    }),
    [t],
  )
  useEffect(() => {
    if (!holder.current) return
    const { config } = store.round
    const chart = new CandleChart(holder.current, {
      priceIncrement: instrumentOf(store.round, instrument).priceIncrement.toNumber(),
      ticksPerCandle: ticksPerCandle(config.clock.ticks),
      minutesPerTick: config.clock.marketMinutesPerTick,
      titles,
    })
    const draw = () => {
      chart.show(store.prices.line(instrument))
      if (store.round.impacts.size > 0) chart.showForced(store.forced.line(instrument))
      chart.mark(priceMarks(store, instrument))
      chart.flag(flagsOf(store.round, instrument))
    }
    draw()
    const stops = [store.subscribe(draw), onThemeChange(() => chart.paint())]
    return () => {
      for (const stop of stops) stop()
      chart.remove()
    }
  }, [store, instrument, titles])
  return (
    <figure aria-label={t('label', { instrument })} className={classNames('relative', className)}>
      <div ref={holder} className="absolute inset-0" />
      <VolumeTitle instrument={instrument} />
      {/* On a phone there is no room for it beside the candles: it stands with the gauge. */}
      <ForcedLegend className="pointer-events-none absolute start-2 top-1 z-10 max-sm:hidden" />
      <Summary instrument={instrument} />
    </figure>
  )
}

/** What the bars are, at their upper edge; nothing where there are none. */
function VolumeTitle({ instrument }: { instrument: InstrumentId }) {
  const t = useTranslations('trade.chart')
  const hasVolume = useRound(({ prices }) => prices.line(instrument).volumes.some((volume) => volume > 0))
  const isMoved = useRound(({ round }) => round.impacts.size > 0)
  if (!hasVolume) return null
  const below = VOLUME_SHARE + (isMoved ? FORCED_SHARE : 0)
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute start-0 z-10 px-1 text-2xs text-muted max-sm:hidden"
      style={{ bottom: `calc(${below * 100}% + 1.25rem)` }}
    >
      {t('volume')}
    </span>
  )
}

/** The chart in a sentence, for who does not see it. */
function Summary({ instrument }: { instrument: InstrumentId }) {
  const t = useTranslations('trade.chart')
  const { store } = useRoundInHand()
  const step = ticksPerCandle(store.round.config.clock.ticks)
  const { count, low, high } = useRound(({ prices }) => {
    const line = prices.line(instrument)
    return {
      count: candlesOf(line, step).length,
      low: Math.min(...line.marks),
      high: Math.max(...line.marks),
    }
  }, sameFields)
  const increment = instrumentOf(store.round, instrument).priceIncrement.toNumber()
  return (
    <figcaption className="sr-only">
      {t('summary', { count, low: onIncrement(low, increment), high: onIncrement(high, increment) })}
    </figcaption>
  )
}
