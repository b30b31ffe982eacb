import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from './harness.ts'
import { settled } from './settled.ts'

const PAGES = ['/', '/solo', '/host', '/join', '/learn', '/calculator', '/leaderboard', '/replays'] as const

/** What the checker finds wrong on a page, as short lines. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const checker: typeof axe = Reflect.get(globalThis, 'axe')
    const { violations: found } = await checker.run()
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
  return violations
}

describe('the pages', () => {
  test('have nothing that the accessibility checker finds wrong', async ({ stage }) => {
    await stage.start({ ticks: 3_000, tickMs: 100 })
    const page = await stage.person()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const path of PAGES) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      await settled(page)
      expect([path, await findings(page)]).toEqual([path, []])
    }
  })
})
