import {
  type Account,
  Decimal,
  INSTRUMENTS,
  type InstrumentId,
  instrumentId,
  instrumentOf,
  liquidationPriceOf,
  type MarginMode,
  type Market,
  money,
  NO_MONEY,
  price,
  rate,
  STANDARD_RULES,
  seatId,
  size,
} from '@cascade/engine'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from './harness.ts'

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

/** What the engine says of a link: the liquidation price of every position, as text, or null. */
function lines(link: string, marginMode: MarginMode): readonly (string | null)[] {
  const positions = asked(link)
  const market = marketOf(link, positions)
  const account = accountOf(link, positions, marginMode)
  return positions.map(({ id }) => {
    const { priceIncrement } = instrumentOf(market, id)
    return liquidationPriceOf(market, account, id)?.toFixed(priceIncrement.decimalPlaces()) ?? null
  })
}

const marketOf = (link: string, positions: readonly Asked[]): Market => ({
  marks: new Map(
    positions.map(({ id, entry, move }) => {
      const increment = INSTRUMENTS.find((instrument) => instrument.id === id)?.priceIncrement ?? ZERO
      return [id, price(entry.plus(entry.times(move).div(100)).toNearest(increment, Decimal.ROUND_HALF_EVEN))]
    }),
  ),
  config: {
    instruments: INSTRUMENTS,
    rules: { ...STANDARD_RULES, closingFeeRate: rate(number(link, 'fee').div(100)) },
  },
})

function accountOf(link: string, positions: readonly Asked[], marginMode: MarginMode): Account {
  const isIsolated = marginMode === 'isolated'
  const marginFor = ({ units, entry, leverage }: Asked) =>
    isIsolated ? units.times(entry).div(leverage).toDecimalPlaces(8, Decimal.ROUND_CEIL) : ZERO
  const margins = positions.map(marginFor).reduce((total, margin) => total.plus(margin), ZERO)
  return {
    seat: seatId('trader'),
    cash: money(number(link, 'cash').minus(margins)),
    settings: new Map(positions.map(({ id, leverage }) => [id, { marginMode, leverage: rate(leverage) }])),
    positions: new Map(
      positions.map((position) => {
        const held = size(position.side === 'long' ? position.units : position.units.negated())
        const entryCost = money(held.times(position.entry))
        const margin = money(marginFor(position))
        return [
          position.id,
          { instrument: position.id, marginMode, size: held, entryCost, margin, openedAtTick: 0 },
        ]
      }),
    ),
    orders: new Map(),
    realizedPnl: NO_MONEY,
    feesPaid: NO_MONEY,
    ordersPlaced: 0,
    fills: 0,
    liquidations: 0,
    wipedAtTick: null,
  }
}

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

describe('the margin calculator', () => {
  test('shows the liquidation prices of the engine for ten shared accounts', async ({ stage }) => {
    await stage.start()
    const page = await stage.person()
    for (const link of LINKS) {
      await page.goto(`/calculator?${link}`)
      const positions = asked(link)
      await page
        .getByRole('slider')
        .nth(positions.length - 1)
        .waitFor()
      for (const mode of MODES) {
        await expect.poll(() => shown(page, mode), { message: `${mode}: ${link}` }).toEqual(lines(link, mode))
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
