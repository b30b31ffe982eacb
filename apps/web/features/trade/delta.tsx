import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'

interface DeltaProps {
  /** Whether it is a gain, a loss or nothing. */
  sign: number
  /** The figure, with its sign. */
  children: ReactNode
  className?: string
}

const GAIN = { tone: 'text-gain', arrow: '▲' }
const LOSS = { tone: 'text-loss', arrow: '▼' }
const EVEN = { tone: 'text-muted', arrow: '' }

function lookOf(sign: number): typeof GAIN {
  if (sign > 0) return GAIN
  return sign < 0 ? LOSS : EVEN
}

/** A change: colour, arrow and sign say the same thing. */
export function Delta({ sign, children, className }: DeltaProps) {
  const { tone, arrow } = lookOf(sign)
  return (
    <span className={classNames('inline-flex items-baseline gap-1 whitespace-nowrap', tone, className)}>
      {arrow && (
        <span aria-hidden="true" className="text-[0.7em]">
          {arrow}
        </span>
      )}
      {children}
    </span>
  )
}
