import { firstBelow, SAMPLE_PRICES } from './sample-market.ts'

const WIDTH = 320
const HEIGHT = 150
const HIGH = 1.04
const LOW = 0.74

const x = (step: number): number => (step / (SAMPLE_PRICES.length - 1)) * WIDTH
const y = (price: number): number => ((HIGH - price) / (HIGH - LOW)) * HEIGHT
const points = (from: number, to: number): string =>
  SAMPLE_PRICES.slice(from, to + 1)
    .map((price, index) => `${x(from + index).toFixed(1)},${y(price).toFixed(1)}`)
    .join(' ')

interface SampleChartProps {
  /** Liquidation price over entry price, or null. */
  line: number | null
  label: string
  lineLabel: string
}

/** The sample market with a liquidation line; from where they meet on, the position is gone. */
export function SampleChart({ line, label, lineLabel }: SampleChartProps) {
  const end = firstBelow(line)
  const last = SAMPLE_PRICES.length - 1
  const lineY = line === null ? null : Math.min(HEIGHT - 2, y(line))
  const isInSight = line !== null && line > LOW
  return (
    <svg role="img" aria-label={label} viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} className="block w-full">
      <line x1="0" x2={WIDTH} y1={y(1)} y2={y(1)} stroke="var(--line)" strokeWidth="1" />
      {end !== null && (
        <polyline
          points={points(end, last)}
          fill="none"
          stroke="var(--edge)"
          strokeWidth="1.5"
          strokeDasharray="2 4"
        />
      )}
      <polyline
        points={points(0, end ?? last)}
        fill="none"
        stroke="var(--text)"
        strokeWidth="2.25"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {lineY !== null && isInSight && (
        <g className="transition-transform duration-150" style={{ transform: `translateY(${lineY}px)` }}>
          <line x1="0" x2={WIDTH} stroke="var(--danger)" strokeWidth="2" strokeDasharray="5 4" />
          <text x="0" y="-5" fill="var(--danger)" fontSize="12" fontWeight="600">
            {lineLabel}
          </text>
        </g>
      )}
      {end !== null && line !== null && (
        <circle
          cx={x(end)}
          cy={y(line)}
          r="5.5"
          fill="var(--danger)"
          stroke="var(--raised)"
          strokeWidth="2"
        />
      )}
    </svg>
  )
}
