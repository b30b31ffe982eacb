'use client'

import { Label } from 'react-aria-components/Label'
import { Meter as AriaMeter } from 'react-aria-components/Meter'
import { classNames } from './class-names.ts'

interface MeterProps {
  label: string
  /** From 0 to 1. */
  share: number
  /** The value in words, shown and read aloud. */
  text: string
  /** Class name that colours the bar, for example `bg-warn`. */
  bar?: string
  className?: string
}

/** How much of something there is. */
export function Meter({ label, share, text, bar = 'bg-accent', className }: MeterProps) {
  const bounded = Math.min(1, Math.max(0, share))
  return (
    <AriaMeter
      value={bounded}
      minValue={0}
      maxValue={1}
      valueLabel={text}
      className={classNames('flex flex-col gap-1', className)}
    >
      <span className="flex justify-between gap-2 text-sm">
        <Label className="text-muted">{label}</Label>
        <span className="font-medium">{text}</span>
      </span>
      <span className="block h-2 overflow-hidden rounded-full bg-line">
        <span
          className={classNames('block h-full rounded-full transition-[width] duration-300', bar)}
          style={{ width: `${bounded * 100}%` }}
        />
      </span>
    </AriaMeter>
  )
}
