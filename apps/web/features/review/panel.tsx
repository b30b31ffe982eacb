import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { alongOf, depthOf, HEIGHT, pathOf, type Span, WIDTH } from './scale.ts'

/** One line of a panel. */
export interface PanelLine {
  readonly id: string
  readonly values: readonly number[]
  /** Class name that colours it, for example `text-cross`. */
  readonly className: string
  readonly isGhost?: boolean
}

interface PanelProps {
  /** The picture in words. */
  label: string
  lines: readonly PanelLine[]
  span: Span
  /** A value that is marked across the panel, such as the starting cash. */
  base?: number
  /** The figures at the top and the bottom of the span. */
  ends: { readonly high: string; readonly low: string }
  /** What lies over the lines: marks at points. */
  children?: ReactNode
  className?: string
}

/** Lines over time, stretched to whatever room there is. */
export function Panel({ label, lines, span, base, ends, children, className }: PanelProps) {
  return (
    <div className={classNames('relative', className)}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full overflow-visible"
      >
        {base !== undefined && (
          <line
            x2={WIDTH}
            y1={depthOf(base, span) * HEIGHT}
            y2={depthOf(base, span) * HEIGHT}
            stroke="var(--edge)"
            strokeDasharray="2 5"
            vectorEffect="non-scaling-stroke"
          />
        )}
        {lines.map(({ id, values, className: color, isGhost = false }) => (
          <path
            key={id}
            d={pathOf(values, span)}
            className={color}
            fill="none"
            stroke="currentColor"
            strokeWidth={isGhost ? 2 : 2.25}
            strokeDasharray={isGhost ? '5 4' : undefined}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {children}
      <span className="absolute end-0 top-0 rounded bg-raised/80 px-1 text-2xs text-muted">{ends.high}</span>
      <span className="absolute end-0 bottom-0 rounded bg-raised/80 px-1 text-2xs text-muted">
        {ends.low}
      </span>
    </div>
  )
}

interface PanelMarkProps {
  index: number
  count: number
  /** Null stands at the bottom of the panel. */
  value: number | null
  span: Span
  children: ReactNode
  className?: string
}

/** Something at one point of a panel. The lists beside the drawing say the same in words. */
export function PanelMark({ index, count, value, span, children, className }: PanelMarkProps) {
  const top = value === null ? 1 : depthOf(value, span)
  return (
    <span
      aria-hidden="true"
      className={classNames('pointer-events-none absolute -translate-x-1/2 -translate-y-1/2', className)}
      style={{ left: `${alongOf(index, count) * 100}%`, top: `${top * 100}%` }}
    >
      {children}
    </span>
  )
}
