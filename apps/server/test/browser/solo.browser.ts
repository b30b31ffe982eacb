import { describe, expect } from 'vitest'
import { test } from './harness.ts'
import { bitcoinPosition, buyLong } from './trading.ts'

describe('a solo round', () => {
  test('is set up, traded and played to the bell, and its review opens by itself', async ({ stage }) => {
    // A market that is drawn by chance: this browser's word is a part of it.
    await stage.start({ ticks: 120, tickMs: 100, seed: '' })
    const page = await stage.person()
    await page.goto('/')
    await page.getByRole('link', { name: 'Practice alone' }).click()
    await page.getByRole('button', { name: 'Start the market' }).click()
    await page.waitForURL(/\/play\/r_[0-9a-f]{32}$/)
    await buyLong(page)
    await bitcoinPosition(page).waitFor()
    const left = page.getByRole('timer', { name: 'Time left' })
    expect(await left.textContent()).toMatch(/^\d+:\d\d$/)
    await page.getByRole('heading', { name: 'The bell' }).waitFor()
    await page.waitForURL(/\/replay\/r_[0-9a-f]{32}/)
    await page.getByText('Verified').waitFor()
    await page.getByText('What was checked').click()
    await page.getByText(/is the one fixed before the lobby opened/).waitFor()
    await page.getByText(/This browser was shown the same fingerprint/).waitFor()
    await page
      .getByText(/^1 of 1 player's words is in the key of this market; yours is among them\.$/)
      .waitFor()
  })

  test('is played by the rules that were chosen, and says them', async ({ stage }) => {
    await stage.start({ ticks: 3_000, tickMs: 100 })
    const page = await stage.person('phone')
    await page.goto('/solo')
    await page.getByText('Like a large exchange').click()
    await page.getByRole('button', { name: 'Start the market' }).click()
    await page.waitForURL(/\/play\//)
    await page.getByRole('button', { name: 'Rules of this round' }).click()
    const sheet = page.getByRole('dialog', { name: 'Rules of this round' })
    await sheet.getByText('Like a large exchange').waitFor()
    await sheet.getByText(/a long pays 0\.01% of its value/).waitFor()
    await sheet.getByText(/their positions are closed early/).waitFor()
    await sheet.getByText(/was fixed before anyone joined/).waitFor()
  })

  test('ends early when its player rings the bell, and is not told with another seed', async ({ stage }) => {
    await stage.start({ ticks: 3_000, tickMs: 100 })
    const page = await stage.person()
    await page.goto('/solo')
    await page.getByRole('button', { name: 'Start the market' }).click()
    await page.waitForURL(/\/play\//)
    await page.getByRole('button', { name: 'Ring the bell' }).click()
    await page.getByRole('button', { name: 'End the round' }).click()
    await page.getByRole('heading', { name: 'The bell' }).waitFor()
    await page.waitForURL(/\/replay\//)
    await page.getByText('Verified').waitFor()
    await page.route(/rounds\.record/, async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace(/"seed":"[0-9a-f]{8}/, '"seed":"00000000')
      await route.fulfill({ response, body })
    })
    await page.reload()
    await page.getByText('This market is not the one that was fixed beforehand').waitFor()
    expect(await page.getByText('Verified').count()).toBe(0)
  })
})
