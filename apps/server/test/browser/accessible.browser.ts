import { describe, expect } from 'vitest'
import { findings } from './accessibility.ts'
import { test } from './harness.ts'
import { settled } from './settled.ts'

const PAGES = ['/', '/solo', '/host', '/join', '/learn', '/calculator', '/leaderboard', '/replays'] as const

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
