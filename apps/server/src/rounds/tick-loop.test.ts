import { describe, expect, test } from 'vitest'
import { ManualClock } from '../clock.ts'
import { TickLoop } from './tick-loop.ts'

/** A loop of 100 ms whose n-th tick takes the given time. */
function loopOf(durations: readonly number[] = []) {
  const clock = new ManualClock()
  const begun: number[] = []
  const loop = new TickLoop(clock, 100, async () => {
    const duration = durations[begun.length] ?? 0
    begun.push(clock.now())
    if (duration > 0) await new Promise<void>((resolve) => clock.after(duration, resolve))
  })
  return { clock, begun, loop }
}

describe('the tick loop', () => {
  test('stands still until it is started', async () => {
    const { clock, begun, loop } = loopOf()
    await clock.advance(500)
    expect(begun).toEqual([])
    expect(loop.nextInMs).toBe(0)
  })

  test('ticks at even times', async () => {
    const { clock, begun, loop } = loopOf()
    loop.start()
    await clock.advance(350)
    expect(begun).toEqual([100, 200, 300])
    expect(loop.nextInMs).toBe(50)
  })

  test('a late tick does not shift the ones after it', async () => {
    const { clock, begun, loop } = loopOf([130])
    loop.start()
    await clock.advance(450)
    expect(begun).toEqual([100, 230, 300, 400])
  })

  test('after a stall the missed ticks are not made up for', async () => {
    const { clock, begun, loop } = loopOf([950])
    loop.start()
    await clock.advance(1_300)
    expect(begun).toEqual([100, 1_050, 1_150, 1_250])
  })

  test('a stopped loop does not tick, not even when it was stopped within a tick', async () => {
    const { clock, begun, loop } = loopOf([50])
    loop.start()
    await clock.advance(120)
    loop.stop()
    await clock.advance(500)
    expect(begun).toEqual([100])
  })
})
