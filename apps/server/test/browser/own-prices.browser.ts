import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { repositoryDir } from '../../src/env.ts'
import { test } from './harness.ts'

const EXAMPLE = join(repositoryDir, 'docs', 'examples', 'prices-crash.csv')
const BAD = 'time,instrument,close\n0,BTC,64000\n60,BTC,much\n'

describe('prices that a host brings', () => {
  test('are checked on the page, shown, and played in a room', async ({ stage }) => {
    await stage.start({ ticks: 30, tickMs: 100 })
    const host = await stage.person()
    await host.goto('/host')
    await host.getByText('My own prices', { exact: true }).click()
    const open = host.getByRole('button', { name: 'Open the room' })
    expect(await open.isDisabled()).toBe(true)

    const file = host.locator('input[type=file]')
    await file.setInputFiles({ name: 'bad.csv', mimeType: 'text/csv', buffer: Buffer.from(BAD) })
    await host.getByText(/^row 3, close: must be a plain number/).waitFor()
    await file.setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.alloc(1_000_001, 'x') })
    await host.getByText('It may have 1 MB at most', { exact: false }).waitFor()
    expect(await open.isDisabled()).toBe(true)
    await file.setInputFiles(EXAMPLE)
    const preview = host.getByRole('region', { name: 'What is in prices-crash.csv' })
    await preview.getByText('240 ticks, each 5 min of the market').waitFor()
    await preview.getByText('63,932.9 to 55,810.8').waitFor()
    await open.click()

    await host.waitForURL(/\/lobby\//)
    await host.getByRole('button', { name: 'All rules of this round' }).click()
    await host.getByText('Prices from the host’s file: BTC, ETH, SOL.', { exact: false }).waitFor()
    await host.keyboard.press('Escape')
    await host.getByRole('button', { name: 'Take a seat' }).click()
    await host.getByRole('button', { name: 'Start the round' }).click()
    await host.waitForURL(/\/replay\//)
    await host.getByText('Verified').waitFor()
    await host.getByText('What was checked').click()
    await host.getByText(/^Every price is the one in the host’s file/).waitFor()
  })
})
