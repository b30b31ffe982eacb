import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from './harness.ts'

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

/** A colour on its way from disabled to enabled is neither: the checker looks when everything rests. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction('document.getAnimations().every(({ playState }) => playState !== "running")')
}

describe('the pages', () => {
  test('have nothing that the accessibility checker finds wrong', async ({ stage }) => {
    await stage.start({ ticks: 3_000, tickMs: 100 })
    const page = await stage.person()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const path of PAGES) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      expect([path, await findings(page)]).toEqual([path, []])
    }
  })
})
