import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { Player } from '../fixtures/player.ts'
import { recordOf, verified } from '../fixtures/verified.ts'
import { test } from './harness.ts'
import { bitcoinPosition, buyLong, purchase } from './trading.ts'

const LOST = 'Connection lost. Trying again; your seat is kept.'

/** Starts a practice round and opens a position. */
async function startTrading(page: Page): Promise<void> {
  await page.goto('/solo')
  await page.getByRole('button', { name: 'Start the market' }).click()
  await page.waitForURL(/\/play\//)
  await buyLong(page)
  await bitcoinPosition(page).waitFor()
}

/** How many candles the chart has, as it says to who does not see it. */
async function candlesOf(page: Page): Promise<number> {
  return Number.parseInt((await page.getByText(/candles? so far/).textContent()) ?? '', 10)
}

describe('a player in the middle of a round', () => {
  test('comes back to the same seat after a reload', async ({ stage }) => {
    await stage.start({ ticks: 3_000, tickMs: 100 })
    const page = await stage.person()
    await startTrading(page)
    await purchase(page, 1).waitFor()
    const before = await candlesOf(page)
    await page.reload()
    await bitcoinPosition(page).waitFor()
    await purchase(page, 1).waitFor()
    expect(await candlesOf(page)).toBeGreaterThanOrEqual(before)
    await buyLong(page)
    await purchase(page, 2).waitFor()
  })

  test('sees on a second screen what the market did before', async ({ stage }) => {
    await stage.start({ ticks: 160, tickMs: 100 })
    const page = await stage.person()
    await startTrading(page)
    await page.getByText(/^\d\d+ candles so far/).waitFor()
    const second = await page.context().newPage()
    await second.goto(page.url())
    await purchase(second, 1).waitFor()
    expect(await candlesOf(second)).toBeGreaterThanOrEqual(10)
  })

  test('goes on after a kill -9 of the server, and every fingerprint is the same', async ({ stage }) => {
    const before = await stage.start({ ticks: 3_000, tickMs: 100 })
    const page = await stage.person()
    await startTrading(page)
    const roundId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await before.kill()
    await page.getByText(LOST).waitFor()
    const { url } = await stage.start({ ticks: 3_000, tickMs: 100 })
    await page.getByText(LOST).waitFor({ state: 'hidden' })
    await bitcoinPosition(page).waitFor()
    await buyLong(page)
    await purchase(page, 2).waitFor()

    const [cookie] = await page.context().cookies()
    const player = await Player.connect(url, `${cookie?.name}=${cookie?.value}`)
    await player.must('round.end', { roundId })
    await page.getByText('Verified').waitFor()
    const played = verified(await recordOf(player, roundId))
    expect([...played.answers.values()].filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(2)
    expect(played.twice).toEqual([])
    player.close()
  })
})
