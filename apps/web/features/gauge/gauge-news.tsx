'use client'

import type { InstrumentId } from '@cascade/engine'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { GaugeReading } from './reading.ts'

/** A gauge that crosses its line and comes back at once is not announced. */
const SETTLED_MS = 2_500

/** Which side carries itself on, or none: what is worth reading aloud. */
function carriedSide({ down, up }: GaugeReading): 'down' | 'up' | null {
  if (down.state === 'carries') return 'down'
  return up.state === 'carries' ? 'up' : null
}

/** Says aloud when an instrument begins or ceases to carry moves on, and nothing between. */
export function GaugeNews({ instrument, reading }: { instrument: InstrumentId; reading: GaugeReading }) {
  const t = useTranslations('trade.gauge')
  const side = carriedSide(reading)
  const [told, setTold] = useState({ instrument, side, isFirst: true })
  useEffect(() => {
    if (told.instrument === instrument && told.side === side) return
    const timer = setTimeout(
      () => setTold({ instrument, side, isFirst: told.instrument !== instrument }),
      SETTLED_MS,
    )
    return () => clearTimeout(timer)
  }, [instrument, side, told])
  const words = told.side
    ? t('announced', { instrument, side: told.side })
    : t('announcedCalm', { instrument })
  return (
    <span role="status" className="sr-only">
      {told.isFirst ? '' : words}
    </span>
  )
}
