import { describe, expect, test } from 'vitest'
import { ManualClock, pause } from './clock.ts'

describe('the manual clock', () => {
  test('stands still until it is moved', async () => {
    const clock = new ManualClock(1_000)
    let over = false
    void pause(clock, 1).then(() => {
      over = true
    })
    await clock.advance(0)
    expect([clock.now(), over]).toEqual([1_000, false])
    await clock.advance(1)
    expect([clock.now(), over]).toEqual([1_001, true])
  })

  test('runs what falls due in the order of time, whatever the order of planning', async () => {
    const clock = new ManualClock()
    const seen: string[] = []
    clock.after(20, () => seen.push(`late at ${clock.now()}`))
    clock.after(10, () => seen.push(`early at ${clock.now()}`))
    await clock.advance(30)
    expect(seen).toEqual(['early at 10', 'late at 20'])
  })

  test('runs what a run plans, if that falls due too', async () => {
    const clock = new ManualClock()
    const seen: number[] = []
    const again = () => {
      seen.push(clock.now())
      clock.after(10, again)
    }
    clock.after(10, again)
    await clock.advance(35)
    expect(seen).toEqual([10, 20, 30])
  })

  test('forgets what was taken back', async () => {
    const clock = new ManualClock()
    const seen: string[] = []
    const cancel = clock.after(10, () => seen.push('ran'))
    cancel()
    await clock.advance(20)
    expect(seen).toEqual([])
  })
})
