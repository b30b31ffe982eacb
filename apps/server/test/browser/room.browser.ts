import { describe, expect } from 'vitest'
import { Player } from '../fixtures/player.ts'
import { test } from './harness.ts'
import { boardRows, buyLong, showBoard } from './trading.ts'

/** A market in which bitcoin falls by 1.5 % within 60 ticks of every moment in the first 150. */
const FALLING = 'falling market 17'

describe('a room', () => {
  test('two people join by code and trade, one is wiped, and both see the same board', async ({ stage }) => {
    const { url } = await stage.start({ ticks: 400, tickMs: 100, seed: FALLING })
    const host = await Player.connect(url)
    const { roundId, roomCode } = await host.must('room.open', {
      options: { scenario: 'wild', volatility: 4, leverageMax: '50', ranksVisible: 'live' },
    })
    await host.must('round.watch', { roundId })
    const [bold, careful] = [await stage.person(), await stage.person('phone')]
    for (const page of [bold, careful]) {
      await page.goto('/join')
      await page.getByLabel('Join code').fill(roomCode ?? '')
      await page.waitForURL(/\/j\/\d{6}$/)
      await page.getByRole('main').getByRole('button', { name: 'Come in' }).click()
      await page.getByRole('main').getByRole('button', { name: 'Take a seat' }).click()
      await page.waitForURL(/\/lobby\//)
      await page.getByText(/was fixed before anyone joined/).waitFor()
    }
    await careful.getByText(/^2 players' browsers have each added a secret word/).waitFor()
    await host.must('round.start', { roundId })
    await Promise.all([bold, careful].map((page) => page.waitForURL(/\/play\//)))
    await buyLong(bold, { leverage: '50×', size: '50%' })
    const end = bold.getByRole('region', { name: 'Your account is empty' })
    const cause = end.getByText('The BTC long drained the shared margin')
    await cause.waitFor()
    await bold.reload()
    await cause.waitFor()

    await showBoard(careful)
    await host.must('round.end', { roundId })
    await Promise.all(
      [bold, careful].map((page) => page.getByRole('heading', { name: 'The bell' }).waitFor()),
    )
    const rows = await boardRows(bold)
    expect(rows).toEqual([expect.stringMatching(/^1 /), expect.stringMatching(/^2 .* Wiped$/)])
    expect(await boardRows(careful)).toEqual(rows)
    host.close()
  })
})
