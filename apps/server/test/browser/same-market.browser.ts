import { marketDigest } from '@cascade/engine'
import { describe, expect } from 'vitest'
import { test } from './harness.ts'

const TICKS = 100_000
const PATIENCE_MS = 240_000

interface Told {
  readonly kind: string
  readonly digest?: string
}

describe('the market in a browser', () => {
  test(
    'is to the last bit the one that Node computes, over 100,000 ticks in the thread that verifies rounds',
    async ({ stage }) => {
      await stage.start({ ticks: 40, tickMs: 100 })
      const page = await stage.person()
      await page.goto('/solo')
      await page.getByRole('button', { name: 'Start the market' }).click()
      await page.waitForURL(/\/replay\//)
      await page.getByText('Verified').waitFor()
      const [thread] = page.workers()
      const told = await thread?.evaluate(
        (ticks) =>
          new Promise<Told>((tell) => {
            const inside = Reflect.get(globalThis, 'self')
            inside.postMessage = tell
            inside.dispatchEvent(new MessageEvent('message', { data: { kind: 'market', ticks } }))
          }),
        TICKS,
      )
      expect(told).toEqual({ kind: 'market', digest: marketDigest(TICKS, 'normal') })
    },
    PATIENCE_MS,
  )
})
