'use client'

import { useTranslations } from 'use-intl'
import { wholePercent } from '../../format/percent.ts'
import { FAN_SEEDS, type FanPicture } from './fan-picture.ts'

const WIDTH = 120
const HEIGHT = 36
/** Calm markets look calm: the height stands for at least a tenth up and a tenth down. */
const LEAST = 0.1

/** Where the prices of a scenario go: the middle of many markets, and the band that holds nine in ten. */
export function ScenarioFan({ picture }: { picture: FanPicture | undefined }) {
  const t = useTranslations('setup.market')
  if (!picture) return <span className="block h-9 w-full" />
  const { low, median, high, instrument, fall } = picture
  const bottom = Math.min(1 - LEAST, ...low)
  const top = Math.max(1 + LEAST, ...high)
  const line = (prices: readonly number[]): readonly string[] =>
    prices.map((price, index) => {
      const x = (index / (prices.length - 1)) * WIDTH
      return `${x.toFixed(1)},${(HEIGHT * (1 - (price - bottom) / (top - bottom))).toFixed(1)}`
    })
  const label = t('fan', { instrument, count: FAN_SEEDS, fall: wholePercent(fall) })
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-9 w-full"
    >
      <polygon points={[...line(low), ...line(high).toReversed()].join(' ')} className="fill-accent/20" />
      <polyline
        points={line([1, 1]).join(' ')}
        className="fill-none stroke-edge"
        strokeDasharray="2 3"
        vectorEffect="non-scaling-stroke"
      />
      <polyline
        points={line(median).join(' ')}
        className="fill-none stroke-accent"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
