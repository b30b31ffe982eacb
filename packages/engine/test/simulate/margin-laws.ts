import {
  type Account,
  bankruptcyPriceOf,
  type Decimal,
  deriveTiers,
  exactLiquidationPriceOf,
  type InstrumentId,
  type Market,
  markOf,
  minus,
  money,
  type Position,
  type Price,
  price,
  rate,
  sideOf,
  standingOf,
} from '../../src/index.ts'
import { bucketOf } from '../../src/margin/risk.ts'
import type { Chance } from './chance.ts'
import { type LawReport, type LawRun, tryCases } from './law.ts'
import { randomAccount } from './random-account.ts'
import { withMark } from './random-market.ts'

interface Held {
  readonly market: Market
  readonly account: Account
  readonly position: Position
}

type Check = (held: Held, chance: Chance) => readonly string[]

/** More margin, lower rates and the profit of another position each put the price farther away. */
export const checkMonotone = (run: LawRun): LawReport => overPositions('monotone', run, monotoneFaults)

/** At its bankruptcy price the bucket of a position holds nothing, and was liquidated before. */
export const checkBankruptcy = (run: LawRun): LawReport => overPositions('bankruptcy', run, bankruptcyFaults)

function overPositions(law: string, run: LawRun, check: Check): LawReport {
  const counts = { accounts: 0, positions: 0 }
  const failures = tryCases(law, run, (chance) => {
    const { market, account } = randomAccount(chance)
    counts.accounts += 1
    counts.positions += account.positions.size
    return [...account.positions.values()].flatMap((position) =>
      check({ market, account, position }, chance).map((what) => `${position.instrument}: ${what}`),
    )
  })
  return { counts, failures }
}

function monotoneFaults(held: Held, chance: Chance): readonly string[] {
  const before = priceOf(held)
  const changes: Readonly<Record<string, Held>> = {
    'more margin': withMoreMargin(held, chance),
    'lower rates': withLowerRates(held, chance),
    'a lower closing fee': withLowerFee(held, chance),
    ...betterOthers(held, chance),
  }
  return Object.entries(changes).flatMap(([change, after]) => {
    const now = priceOf(after)
    return isFarther(sideOf(held.position), before, now) ? [] : [`${change} moves ${before} to ${now}`]
  })
}

const priceOf = ({ market, account, position }: Held): Price | null =>
  exactLiquidationPriceOf(market, account, position.instrument)

/** Nothing is farther than none. */
const isFarther = (side: 1 | -1, before: Decimal | null, after: Decimal | null): boolean =>
  after === null || before?.minus(after).times(side).gte(0) === true

function withMoreMargin({ market, account, position }: Held, chance: Chance): Held {
  const more = chance.magnitude(-8, 6).toDecimalPlaces(8)
  if (position.marginMode === 'cross') {
    return { market, position, account: { ...account, cash: money(account.cash.plus(more)) } }
  }
  const backed = { ...position, margin: money(position.margin.plus(more)) }
  return { market, position: backed, account: withPosition(account, backed) }
}

const withPosition = (account: Account, position: Position): Account => ({
  ...account,
  positions: new Map(account.positions).set(position.instrument, position),
})

/** Every rate of every table, for a rate that falls in one tier only could not stay below the next. */
function withLowerRates({ market, ...held }: Held, chance: Chance): Held {
  const factor = chance.between('0.5', 1)
  const instruments = market.config.instruments.map((one) => ({
    ...one,
    tiers: deriveTiers(
      one.tiers.map(({ floor, maintenanceRate }) => ({
        floor,
        maintenanceRate: maintenanceRate.times(factor),
      })),
    ),
  }))
  return { ...held, market: { ...market, config: { ...market.config, instruments } } }
}

function withLowerFee({ market, ...held }: Held, chance: Chance): Held {
  const closingFeeRate = rate(market.config.rules.closingFeeRate.times(chance.share()))
  const rules = { ...market.config.rules, closingFeeRate }
  return { ...held, market: { ...market, config: { ...market.config, rules } } }
}

/** Another cross position that was cheaper, and one whose mark has moved in its favour. */
function betterOthers({ market, account, position }: Held, chance: Chance): Readonly<Record<string, Held>> {
  const other = [...account.positions.values()].find(
    (one) => one.marginMode === 'cross' && one.instrument !== position.instrument,
  )
  if (position.marginMode === 'isolated' || !other) return {}
  const cheaper = { ...other, entryCost: minus(other.entryCost, money(chance.magnitude(-8, 5))) }
  return {
    'a cheaper other position': { market, position, account: withPosition(account, cheaper) },
    'the profit of another position': { market: inFavourOf(market, other, chance), position, account },
  }
}

function inFavourOf(market: Market, { instrument, ...other }: Position, chance: Chance): Market {
  const mark = markOf(market, instrument)
  const factor = other.size.isNegative() ? chance.between('0.5', 1) : chance.between(1, 2)
  return withMark(market, instrument, price(mark.times(factor)))
}

function bankruptcyFaults(held: Held): readonly string[] {
  const { market, account, position } = held
  const id = position.instrument
  const bankrupt = bankruptcyPriceOf(market, account, id)
  if (bankrupt === null)
    return equityAt(held, id, price(0)).gte(0) ? [] : ['there is none, and yet equity ends']
  const left = equityAt(held, id, bankrupt)
  if (left.abs().gt('1e-20')) return [`at ${bankrupt} equity is ${left}`]
  const liquidated = priceOf(held)
  const isAfter = liquidated !== null && bankrupt.minus(liquidated).times(sideOf(position)).lte(0)
  return isAfter ? [] : [`bankrupt at ${bankrupt} before it is liquidated at ${liquidated}`]
}

const equityAt = ({ market, account, position }: Held, id: InstrumentId, at: Price): Decimal =>
  standingOf(withMark(market, id, at), account, bucketOf(account, position)).equity
