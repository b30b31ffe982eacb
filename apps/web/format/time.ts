import { LOCALE } from './locale.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const relativeFormat = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' })
const seconds = unit('second')
const minutes = unit('minute')
const hours = unit('hour')

function unit(name: string): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALE, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  })
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A running clock: `4:05`, `1:02:09`. Rounded up, so that it reads 0:00 only when the time is over. */
export function clock(ms: number): string {
  const total = Math.max(0, Math.ceil(ms / SECOND))
  const minute = Math.floor(total / 60)
  if (minute < 60) return `${minute}:${two(total % 60)}`
  return `${Math.floor(minute / 60)}:${two(minute % 60)}:${two(total % 60)}`
}

/** A length of time in words: `45 sec`, `5 min`, `1.5 hr`. */
export function duration(ms: number): string {
  if (ms < MINUTE) return seconds.format(ms / SECOND)
  return ms < HOUR ? minutes.format(ms / MINUTE) : hours.format(ms / HOUR)
}

/** How long ago something was: `now`, `5 minutes ago`, `yesterday`. */
export function relative(then: Date, now: Date): string {
  const ms = then.getTime() - now.getTime()
  const away = Math.abs(ms)
  if (away < MINUTE) return relativeFormat.format(0, 'second')
  if (away < HOUR) return relativeFormat.format(Math.trunc(ms / MINUTE), 'minute')
  if (away < DAY) return relativeFormat.format(Math.trunc(ms / HOUR), 'hour')
  return relativeFormat.format(Math.trunc(ms / DAY), 'day')
}
