import { barsOf, HEIGHT, WIDTH } from './scale.ts'

/** More bars than this are thinner than a phone can show. */
const BARS_MAX = 120

interface VolumeBarsProps {
  /** The picture in words. */
  label: string
  /** What the bars count, in a word. */
  title: string
  /** One for each tick. */
  volumes: readonly number[]
}

/** What was traded over time, on the same axis as the panels above and below. */
export function VolumeBars({ label, title, volumes }: VolumeBarsProps) {
  const bars = barsOf(volumes, BARS_MAX)
  const most = Math.max(...bars)
  const step = WIDTH / bars.length
  const path = bars
    .map((volume, index) => {
      const top = (HEIGHT * (1 - volume / most)).toFixed(1)
      const [from, to] = [0.15, 0.85].map((part) => ((index + part) * step).toFixed(1))
      return `M${from} ${HEIGHT}V${top}H${to}V${HEIGHT}`
    })
    .join('')
  return (
    <div className="relative h-8 lg:h-10">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full text-edge"
      >
        <path d={path} fill="currentColor" />
      </svg>
      <span className="absolute end-0 top-0 rounded bg-raised/80 px-1 text-2xs text-muted">{title}</span>
    </div>
  )
}
