import { alongOf } from './scale.ts'

/** Less than this share of the largest is not seen. */
const LEAST = 0.01
const WIDTH = 1000
const HEIGHT = 24

interface ForcedStripProps {
  /** The strip in words. */
  label: string
  /** Sold by force in each tick; negative where bought. */
  forced: readonly number[]
}

/** How much was sold by force, or bought, at each moment: bars under the price, on the same time axis. */
export function ForcedStrip({ label, forced }: ForcedStripProps) {
  const most = Math.max(...forced.map(Math.abs))
  if (most === 0) return null
  const width = Math.max(1.5, WIDTH / forced.length)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-6 w-full overflow-visible"
    >
      {forced.map((amount, index) => {
        const share = Math.abs(amount) / most
        if (share < LEAST) return null
        return (
          <rect
            key={index}
            x={alongOf(index, forced.length) * WIDTH - width / 2}
            y={HEIGHT * (1 - share)}
            width={width}
            height={HEIGHT * share}
            className={amount > 0 ? 'fill-danger' : 'fill-accent'}
          />
        )
      })}
    </svg>
  )
}
