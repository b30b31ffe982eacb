import { describe, expect, test } from 'vitest'
import { createLimits, type LimitName } from './limits.ts'

/** How many of so many attempts at once are allowed. */
async function allowed(name: LimitName, attempts: number): Promise<number> {
  const limits = createLimits()
  let count = 0
  for (let n = 0; n < attempts; n += 1) if ((await limits.take(name, 'someone')) === 0) count += 1
  return count
}

describe('the limits', () => {
  test.each([
    ['requests', 600],
    ['messages', 30],
    ['commands', 10],
    ['wrongCodes', 10],
    ['wrongCodesHere', 100],
  ] as const)('%s: %i at once', async (name, most) => {
    expect(await allowed(name, 700)).toBe(most)
  })

  test('one sender does not use up what another may', async () => {
    const limits = createLimits()
    for (let n = 0; n < 20; n += 1) await limits.take('wrongCodes', 'abuser')
    expect(await limits.take('wrongCodes', 'honest')).toBe(0)
  })

  test('asking how long to wait uses nothing up', async () => {
    const limits = createLimits()
    for (let n = 0; n < 9; n += 1) await limits.take('wrongCodes', 'someone')
    expect(await limits.wait('wrongCodes', 'someone')).toBe(0)
    expect(await limits.take('wrongCodes', 'someone')).toBe(0)
    expect(await limits.wait('wrongCodes', 'someone')).toBeGreaterThan(0)
  })
})
