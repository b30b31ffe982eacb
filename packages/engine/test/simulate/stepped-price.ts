import {
  type Account,
  Decimal,
  exactLiquidationPriceOf,
  instrumentOf,
  isInTrouble,
  liquidationPriceOf,
  type Market,
  markOf,
  type Position,
  type Price,
  price,
  sideOf,
  standingOf,
} from '../../src/index.ts'
import { bucketOf } from '../../src/margin/risk.ts'
import { couldBeInTrouble, openWatch } from '../../src/margin/watch.ts'
import type { Chance } from './chance.ts'
import { withMark } from './random-market.ts'

/** A position, and what the engine says of its liquidation. */
export interface Shown {
  readonly market: Market
  readonly account: Account
  readonly position: Position
  readonly increment: Price
  /** Before it is rounded, and as a player sees it; null when there is none. */
  readonly exact: Price | null
  readonly price: Price | null
}

const NEAR = 3
const STRAY_PROBES = 4
const FAR = 1_000_000

/** What the engine shows of one position of an account. */
export const shownOf = (market: Market, account: Account, position: Position): Shown => ({
  market,
  account,
  position,
  increment: instrumentOf(market, position.instrument).priceIncrement,
  exact: exactLiquidationPriceOf(market, account, position.instrument),
  price: liquidationPriceOf(market, account, position.instrument),
})

/** So many increments from the shown price, towards the position's end. */
export const beyond = ({ position, increment }: Shown, from: Price, steps: number): Price =>
  price(new Decimal(from).minus(increment.times(steps).times(sideOf(position))))

/** Everything that is not true of the price shown for a position; nothing when all is as it should be. */
export function checkShown(shown: Shown, chance: Chance): readonly string[] {
  return [...formFaults(shown), ...steppedFaults(shown, chance), ...crossingFaults(shown, chance)]
}

/** A short can lose without bound; a price belongs to its rounding; equity meets requirement there. */
function formFaults({ market, account, position, increment, exact, price: shown }: Shown): readonly string[] {
  if (exact === null || shown === null) {
    if (exact !== shown) return [`${exact} is shown as ${shown}`]
    return sideOf(position) === 1 ? [] : ['a short has no liquidation price']
  }
  const { equity, requirement } = standingOf(
    withMark(market, position.instrument, exact),
    account,
    bucketOf(account, position),
  )
  const against = shown.minus(exact).times(sideOf(position))
  return [
    ...fault(equity.minus(requirement).abs().gt('1e-20'), `equity ${equity} is not ${requirement}`),
    ...fault(against.lt(0), `${shown} is rounded in favour of the player from ${exact}`),
    ...fault(against.gte(increment), `${shown} is a whole increment from ${exact}`),
    ...fault(!shown.mod(increment).isZero(), `${shown} is not on the increment ${increment}`),
  ]
}

const fault = (isFault: boolean, what: string): readonly string[] => (isFault ? [what] : [])

/** At every probe the engine liquidates exactly when the price is beyond the one it shows. */
function steppedFaults(shown: Shown, chance: Chance): readonly string[] {
  return probesOf(shown, chance).flatMap((at) => {
    const expected = isBeyond(shown, at)
    const market = withMark(shown.market, shown.position.instrument, at)
    const liquidates = isInTrouble(market, shown.account)
    if (liquidates !== expected) return [`at ${at} it ${liquidates ? 'is' : 'is not'} liquidated`]
    return fault(liquidates && !couldBeInTrouble(openWatch(market), shown.account), `the watch misses ${at}`)
  })
}

const isBeyond = ({ position, exact }: Shown, at: Price): boolean =>
  exact !== null && (sideOf(position) === 1 ? at.lt(exact) : at.gt(exact))

/** Every increment around the shown price, both sides of every tier's floor, the ends, a few at random. */
function probesOf(shown: Shown, chance: Chance): readonly Price[] {
  const { market, position, increment } = shown
  const from = shown.price ?? markOf(market, position.instrument)
  const near = Array.from({ length: 2 * NEAR + 1 }, (_, index) => beyond(shown, from, index - NEAR))
  const floors = instrumentOf(market, position.instrument).tiers.flatMap(({ floor }) => {
    const steps = floor.div(position.size.abs()).div(increment).floor()
    return [steps, steps.plus(1)].map((count) => increment.times(count))
  })
  const stray = Array.from({ length: STRAY_PROBES }, (_, index) =>
    from.times(index % 2 === 0 ? chance.share() : chance.magnitude(0, 3)).toNearest(increment),
  )
  const ends = [increment, from.times(FAR)]
  return [...near, ...floors, ...stray, ...ends].filter((at) => at.gt(0)).map(price)
}

/** The first price that liquidates, found without the formula by halving; looked for in some of the cases. */
function crossingFaults(shown: Shown, chance: Chance): readonly string[] {
  if (shown.price === null || !chance.percent(25)) return []
  const wanted = beyond(shown, shown.price, 1)
  const found = firstCrossing(shown)
  return fault(!found?.eq(wanted), `a stepped price liquidates at ${found}, not at ${wanted}`)
}

/** Between the mark, which is healthy, and an end at which it is lost: zero, or for a short far away. */
function firstCrossing({ market, account, position, increment }: Shown): Price | null {
  const id = position.instrument
  const lives = (steps: Decimal): boolean =>
    !isInTrouble(withMark(market, id, price(increment.times(steps))), account)
  let alive = markOf(market, id).div(increment)
  let lost = sideOf(position) === 1 ? new Decimal(0) : alive.times(2)
  while (sideOf(position) === -1 && lives(lost)) lost = lost.times(2)
  if (lives(lost)) return null
  while (alive.minus(lost).abs().gt(1)) {
    const middle = alive.plus(lost).div(2).floor()
    if (lives(middle)) alive = middle
    else lost = middle
  }
  return price(increment.times(lost))
}
