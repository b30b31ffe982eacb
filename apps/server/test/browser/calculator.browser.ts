import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Decimal, INSTRUMENTS, type InstrumentId, instrumentId, type MarginMode } from '@cascade/engine'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from './harness.ts'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const MODES = ['isolated', 'cross'] as const

/** Accounts as a link has them: cash, closing fee, and positions. */
const LINKS = [
  'cash=1000&fee=0&p=BTC_long_0.02_50000_5_-15&p=ETH_long_0.5_2000_5_0&p=SOL_long_10_100_5_0',
  'cash=1000&fee=0&p=BTC_long_0.02_50000_5_-40&p=ETH_long_0.5_2000_5_-40&p=SOL_long_10_100_5_-40',
  'cash=1000&fee=0.1&p=BTC_short_0.02_50000_5_10',
  'cash=2500.5&fee=0.1&p=BTC_long_0.0312_64000.1_20_-2&p=ETH_short_1.5_3200_10_4',
  'cash=100000&fee=0.05&p=BTC_long_5_64000_10_0',
  'cash=500000&fee=0.1&p=BTC_short_40_64000_20_1&p=SOL_long_3000_148_10_-3',
  'cash=300&fee=0.1&p=DOGE_long_5000_0.14_10_-5&p=XRP_short_900_0.52_3_7',
  'cash=50&fee=0&p=ADA_long_100_0.45_1_0',
  'cash=20000&fee=0.1&p=AVAX_short_300_28_8_-20&p=USDX_long_20000_1_50_0&p=BTC_long_0.2_64000_25_3',
  'cash=5000&fee=1&p=BTC_short_0.02_50000_10_5&p=ETH_long_0.5_2000_5_-10&p=SOL_long_10_100_5_0&' +
    'p=DOGE_long_10000_0.14_20_-30&p=XRP_short_2000_0.5_3_0&p=AVAX_long_30_28_2_0',
]

interface Asked {
  readonly id: InstrumentId
  readonly side: string
  readonly units: Decimal
  readonly entry: Decimal
  readonly leverage: Decimal
  readonly move: Decimal
}

/** Read here anew, so that the page's own reading is compared and not repeated. */
function asked(link: string): readonly Asked[] {
  return new URLSearchParams(link).getAll('p').map((text) => {
    const [id = '', side = '', units = '', entry = '', leverage = '', move = ''] = text.split('_')
    const numbers = [units, entry, leverage, move].map((each) => new Decimal(each))
    const [one = ZERO, two = ZERO, three = ZERO, four = ZERO] = numbers
    return { id: instrumentId(id), side, units: one, entry: two, leverage: three, move: four }
  })
}

const ZERO = new Decimal(0)

/** What `cascade margin` says of a page's link. */
interface Said {
  readonly equity: string
  readonly requirement: string
  readonly freeMargin: string
  readonly liquidatable: boolean
  readonly positions: readonly {
    readonly liquidationPrice: string | null
    /** Of an isolated position, which answers for itself. */
    readonly liquidatable?: boolean
  }[]
}

/** The answers of `cascade margin`, a line for each link, in one run of the command. */
function ask(marginMode: MarginMode): readonly Said[] {
  const input = LINKS.map((link) => JSON.stringify(accountOf(link, marginMode))).join('\n')
  const command = ['--import', 'tsx', 'apps/cli/src/main.ts', 'margin']
  const out = execFileSync(process.execPath, command, { cwd: ROOT, input, encoding: 'utf8' })
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** An account in the words of docs/margin-command.md. */
function accountOf(link: string, mode: MarginMode) {
  const positions = asked(link)
  const margins = positions.map(({ units, entry, leverage }) =>
    units.times(entry).div(leverage).toDecimalPlaces(8, Decimal.ROUND_CEIL),
  )
  const aside = mode === 'isolated' ? margins.reduce((total, margin) => total.plus(margin), ZERO) : ZERO
  return {
    mode,
    cash: number(link, 'cash').minus(aside).toFixed(),
    rules: { closingFeeRate: number(link, 'fee').div(100).toFixed() },
    positions: positions.map(({ id, side, units, entry, leverage, move }) => ({
      instrument: id,
      size: (side === 'long' ? units : units.negated()).toFixed(),
      entryPrice: entry.toFixed(),
      markPrice: entry.plus(entry.times(move).div(100)).toNearest(incrementOf(id), HALF_EVEN).toFixed(),
      leverage: leverage.toFixed(),
    })),
  }
}

/** The liquidation prices of an answer as a page shows them: against the player, in whole increments. */
const lines = (link: string, { positions }: Said): readonly (string | null)[] =>
  asked(link).map(({ id, side }, index) => {
    const exact = positions[index]?.liquidationPrice
    if (!exact) return null
    const against = side === 'long' ? Decimal.ROUND_CEIL : Decimal.ROUND_FLOOR
    return new Decimal(exact).toNearest(incrementOf(id), against).toFixed(incrementOf(id).decimalPlaces())
  })

const incrementOf = (id: InstrumentId): Decimal =>
  INSTRUMENTS.find((instrument) => instrument.id === id)?.priceIncrement ?? ZERO

const HALF_EVEN = Decimal.ROUND_HALF_EVEN

const number = (link: string, name: string) => new Decimal(new URLSearchParams(link).get(name) ?? 0)

/** The liquidation prices that the page shows, in plain digits; null where it says there is none. */
async function shown(page: Page, marginMode: MarginMode): Promise<readonly (string | null)[]> {
  const cells = page
    .getByRole('table', { name: 'in both margin modes' })
    .getByRole('row', { name: /^Liquidation price/ })
    .getByRole('cell')
  const texts = await cells.allInnerTexts()
  return texts
    .filter((_, index) => index % MODES.length === MODES.indexOf(marginMode))
    .map((text) => /^[\d,.]+/.exec(text)?.[0].replaceAll(',', '') ?? null)
}

/**
 * How the page says an account stands, to the cent, in the order of the fields of an answer. Of what is
 * liquidated it shows what is left, so there only the word counts.
 */
async function standing(page: Page, marginMode: MarginMode): Promise<readonly string[]> {
  const name = marginMode === 'isolated' ? 'Isolated account' : 'Cross account'
  const terms = page.getByRole('region', { name }).getByRole('definition')
  const texts = (await terms.allInnerTexts()).map((text) => text.replaceAll(/[$,]/g, '').replace('−', '-'))
  return texts.some((text) => text.startsWith('Yes')) ? ['Yes'] : texts
}

function standingOf({ equity, requirement, freeMargin, positions, ...bucket }: Said): readonly string[] {
  if (bucket.liquidatable || positions.some((position) => position.liquidatable)) return ['Yes']
  return [...[equity, requirement, freeMargin].map((amount) => new Decimal(amount).toFixed(2)), 'No']
}

describe('the margin calculator', () => {
  test('shows the numbers of cascade margin for ten shared accounts', async ({ stage }) => {
    await stage.start()
    const page = await stage.person()
    const said = { isolated: ask('isolated'), cross: ask('cross') }
    for (const [index, link] of LINKS.entries()) {
      await page.goto(`/calculator?${link}`)
      const slider = page.getByRole('slider').nth(asked(link).length - 1)
      await slider.waitFor()
      for (const mode of MODES) {
        const answer = said[mode][index]
        if (!answer) throw new Error(`cascade margin said nothing of ${link}`)
        await expect
          .poll(() => shown(page, mode), { message: `${mode}: ${link}` })
          .toEqual(lines(link, answer))
        await expect
          .poll(() => standing(page, mode), { message: `${mode}: ${link}` })
          .toEqual(standingOf(answer))
      }
    }
  })

  test('can be used by keyboard alone, and keeps what was changed in its address', async ({ stage }) => {
    await stage.start()
    const page = await stage.person('phone')
    await page.goto('/calculator')
    const isolated = page.getByRole('region', { name: 'Isolated account' })
    const slider = page.getByRole('slider', { name: 'BTC price' })
    await isolated.getByText('$50', { exact: true }).waitFor()
    for (let presses = 0; presses < 40 && !(await slider.evaluate(isFocused)); presses++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Home')
    await isolated.getByText('BTC long loses its own $200; nothing else moves.').waitFor()
    await page.waitForURL(/p=BTC_long_0\.02_50000_5_-60/)

    await page.reload()
    await isolated.getByText('BTC long loses its own $200; nothing else moves.').waitFor()
  })

  test('says so when a link cannot be read, and shows the worked example', async ({ stage }) => {
    await stage.start()
    const page = await stage.person('phone')
    await page.goto('/calculator?cash=1000&p=BTC_long')
    await page.getByRole('alert').getByText('This link could not be read.').waitFor()
    await page.getByRole('region', { name: 'Cross account' }).getByText('$850.00').waitFor()
  })
})

const isFocused = (element: unknown): boolean => Reflect.get(globalThis, 'document').activeElement === element
