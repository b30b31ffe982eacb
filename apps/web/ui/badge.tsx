import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** Which token colours a badge. */
export type BadgeTone = 'neutral' | 'accent' | 'gain' | 'loss' | 'danger' | 'warn' | 'cross' | 'isolated'

const TONES: Record<BadgeTone, string> = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent/15 text-accent',
  gain: 'bg-gain/15 text-gain',
  loss: 'bg-loss/15 text-loss',
  danger: 'bg-danger/15 text-danger',
  warn: 'bg-warn/15 text-warn',
  cross: 'bg-cross/15 text-cross',
  isolated: 'bg-isolated/15 text-isolated',
}

interface BadgeProps {
  tone?: BadgeTone
  /** A small picture before the word, so that the meaning does not hang on the colour. */
  icon?: ReactNode
  children: ReactNode
  className?: string
}

/** One word about the thing it stands beside. */
export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2 py-0.5 text-2xs font-semibold',
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}
