import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { Player } from '../fixtures/player.ts'
import { test } from './harness.ts'

const HEADLINE = 'A large exchange stops all withdrawals'

/** What the checker finds wrong in the open dialog, as short lines. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  // A colour on its way is neither: the checker looks when everything rests.
  await page.waitForFunction('document.getAnimations().every(({ playState }) => playState !== "running")')
  return page.evaluate(async () => {
    const checker: typeof axe = Reflect.get(globalThis, 'axe')
    const { violations } = await checker.run('[role=dialog]')
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
  })
}

describe('the host of a running room', () => {
  test('shows a headline and fires a shock, and a player on a phone sees both', async ({ stage }) => {
    const { url } = await stage.start({ ticks: 1_500, tickMs: 100 })
    const teacher = await stage.person('phone')
    await teacher.goto('/host')
    await teacher.getByRole('button', { name: 'Open the room' }).click()
    await teacher.waitForURL(/\/lobby\//)
    const shown = await teacher
      .getByText(/^\d{3}\s?\d{3}$/)
      .first()
      .textContent()
    const code = (shown ?? '').replaceAll(/\D/g, '')

    const anna = await Player.connect(url)
    const { roundId } = await anna.must('round.join', { code, name: 'Anna' })
    const bert = await stage.person('phone')
    await bert.goto(`/j/${code}`)
    await bert.getByRole('main').getByRole('button', { name: 'Come in' }).click()
    await bert.getByRole('main').getByRole('button', { name: 'Take a seat' }).click()
    await bert.waitForURL(/\/lobby\//)
    await teacher.getByRole('button', { name: 'Start the round' }).click()
    await Promise.all([teacher, bert].map((page) => page.waitForURL(/\/play\//)))

    await teacher.getByRole('button', { name: 'Show news' }).click()
    await teacher.getByRole('button', { name: /Ready-made headlines/ }).click()
    await teacher.getByRole('option', { name: HEADLINE }).click()
    expect(await findings(teacher)).toEqual([])
    await teacher.getByRole('button', { name: 'Show it' }).click()
    const banner = bert.getByRole('status').filter({ hasText: HEADLINE })
    await banner.waitFor()
    expect(await bert.getByRole('button', { name: 'Show news' }).count()).toBe(0)
    await banner.getByRole('button', { name: 'Close' }).click()
    await banner.waitFor({ state: 'detached' })

    await teacher.getByRole('button', { name: 'Shock', exact: true }).click()
    expect(await findings(teacher)).toEqual([])
    await teacher.getByText('Up', { exact: true }).click()
    await teacher.getByText('+20%', { exact: true }).click()
    await teacher.getByText(/^The whole market moves by \+20%/).waitFor()
    await teacher.getByRole('button', { name: 'Fire the shock' }).click()
    await bert.getByRole('status').getByText('A shock hits the whole market.').waitFor()
    await bert.getByRole('tab', { name: 'Events' }).click()
    const events = bert.getByRole('list', { name: 'Events' })
    await events.getByText(`News: ${HEADLINE}`).waitFor()
    expect(await events.getByText('A shock hits the whole market.').count()).toBe(2)

    await bert.reload()
    await bert.getByRole('tab', { name: 'Events' }).click()
    await events.getByText(`News: ${HEADLINE}`).waitFor()
    expect(JSON.stringify(anna.frames)).not.toContain('givenBack')
    expect(await anna.ask('round.end', { roundId })).toEqual({ refusal: 'not_host' })
    anna.close()
  })
})
