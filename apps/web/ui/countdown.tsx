'use client'

import { useEffect, useState } from 'react'
import { clock } from '../format/time.ts'
import { classNames } from './class-names.ts'

interface CountdownProps {
  /** When it is over, in milliseconds of `Date.now()`; null while the clock stands still. */
  endsAt: number | null
  /** What to show while it stands still, in milliseconds. */
  leftMs?: number
  className?: string
}

const REDRAW_MS = 250

/** Time left, minutes and seconds, kept by the reader's own clock between two words from the server. */
export function Countdown({ endsAt, leftMs = 0, className }: CountdownProps) {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (endsAt === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), REDRAW_MS)
    return () => clearInterval(timer)
  }, [endsAt])
  const left = endsAt === null || now === null ? leftMs : endsAt - now
  return (
    <time role="timer" className={classNames('whitespace-nowrap font-semibold', className)}>
      {clock(left)}
    </time>
  )
}
