const DAY = 24 * 60
const HOUR = 60

/** Market time since the opening: `0:42`, `13:05`, `2d 4:30`. */
export function marketTime(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  const days = Math.floor(whole / DAY)
  const hours = Math.floor((whole % DAY) / HOUR)
  const clock = `${hours}:${String(whole % HOUR).padStart(2, '0')}`
  return days > 0 ? `${days}d ${clock}` : clock
}
