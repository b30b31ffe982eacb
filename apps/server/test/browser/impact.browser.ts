import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { findings } from './accessibility.ts'
import { test } from './harness.ts'
import { bitcoinPosition, buyLong } from './trading.ts'

/** How long bitcoin may stay out of it: half of the round. */
const CASCADE_MS = 60_000

/** Sets a practice round up in which everybody has borrowed, and starts it. */
async function startPowderKeg(page: Page): Promise<void> {
  await page.goto('/solo')
  await page.getByText('Flash crash', { exact: true }).click()
  await page.getByText('Powder keg', { exact: true }).click()
  await page.getByRole('button', { name: 'Start the market' }).click()
  await page.waitForURL(/\/play\//)
}

describe('a round in which trades move prices', () => {
  test('shows how near a cascade is and what is sold by force, on a desk', async ({ stage }) => {
    await stage.start({ ticks: 1_200, tickMs: 100 })
    const page = await stage.person()
    await startPowderKeg(page)
    const gauge = page.getByRole('region', { name: 'Depth and cascades in BTC' })
    await gauge.getByRole('meter', { name: 'Depth' }).waitFor()
    await page
      .getByRole('form', { name: 'Order', exact: true })
      .getByText(/the mark$/)
      .first()
      .waitFor()
    await buyLong(page)
    await bitcoinPosition(page).waitFor()
    await gauge.getByText('carries itself on').first().waitFor()
    await page
      .getByText(/^Forced (selling|buying) in BTC/)
      .first()
      .waitFor({ timeout: CASCADE_MS })
    await gauge.getByRole('button', { name: 'What is this?' }).click()
    await gauge.getByText(/^Depth is how much can be traded/).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Ring the bell' }).click()
    await page.getByRole('button', { name: 'End the round' }).click()
    await page.waitForURL(/\/replay\//)
    await page.getByRole('img', { name: /^Forced selling in BTC over the round/ }).waitFor()
    await page.getByText('Prices moved with what everybody did').waitFor()
    expect(await findings(page)).toEqual([])
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save Results without names as CSV' }).click()
    const file = await (await saving).path()
    expect(await readFile(file, 'utf8')).toMatch(/^row,automatic,rank,steady_place,equity,.*\n[0-9a-f]{16},/)
  })

  test('keeps the order within reach on a small phone, and opens the gauge on a tap', async ({ stage }) => {
    await stage.start({ ticks: 1_200, tickMs: 100 })
    const page = await stage.person('phone')
    await page.setViewportSize({ width: 360, height: 640 })
    await startPowderKeg(page)
    const gauge = page.getByRole('region', { name: 'Depth and cascades in BTC' })
    const line = gauge.getByRole('button')
    await line.waitFor()
    const placing = await page.getByRole('button', { name: 'Place order' }).boundingBox()
    expect((placing?.y ?? Number.NaN) + (placing?.height ?? Number.NaN)).toBeLessThanOrEqual(640)
    expect(await line.getAttribute('aria-expanded')).toBe('false')
    await line.click()
    await gauge.getByText(/^Depth is how much can be traded/).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await findings(page)).toEqual([])
  })
})
