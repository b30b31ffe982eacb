import { classNames } from '../../ui/class-names.ts'

const WIDTH = 64
const HEIGHT = 20
const POINTS = 40

/** The recent way of a number, without axes; the figures stand beside it. */
export function Sparkline({ marks, className }: { marks: readonly number[]; className?: string }) {
  const recent = thinned(marks)
  const low = Math.min(...recent)
  const high = Math.max(...recent)
  const points = recent.map((mark, index) => {
    const x = recent.length > 1 ? (index / (recent.length - 1)) * WIDTH : 0
    const y = high > low ? HEIGHT - 2 - ((mark - low) / (high - low)) * (HEIGHT - 4) : HEIGHT / 2
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
      className={classNames('shrink-0', className)}
    >
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** Every so manyth mark, the newest always among them. */
function thinned(marks: readonly number[]): readonly number[] {
  const step = Math.max(1, Math.ceil(marks.length / POINTS))
  return marks.filter((_, index) => (marks.length - 1 - index) % step === 0)
}
