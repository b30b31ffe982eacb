import {
  type Account,
  type Decimal,
  evolve,
  execute,
  isInTrouble,
  type Market,
  markOf,
  minus,
  money,
  notionalOf,
  openRound,
  type Position,
  type PositionLiquidated,
  quantity,
  type Round,
  roundId,
  seedFromText,
  standardConfig,
  standingOf,
  tierOf,
} from '../../src/index.ts'
import { crossBucket, requirementOf } from '../../src/margin/bucket.ts'
import { charge } from '../../src/number/rounding.ts'
import { closePart } from '../../src/orders/fill.ts'
import type { Chance } from './chance.ts'
import { type LawReport, type LawRun, tryCases } from './law.ts'
import { randomAccount, type Standing } from './random-account.ts'

/**
 * Under *largest first* the largest requirement is closed first, and no more than the deficit asks: one
 * increment less would have left the account liquidatable, as long as the position stays in its tier.
 */
export function checkPartialLiquidations(run: LawRun): LawReport {
  const counts = { accounts: 0, liquidated: 0, closings: 0, withinTier: 0 }
  const failures = tryCases('partial-liquidation', run, (chance) => {
    const deeds = liquidationOf(accountInTrouble(chance))
    counts.accounts += 1
    counts.liquidated += deeds.length > 0 ? 1 : 0
    counts.closings += deeds.length
    counts.withinTier += deeds.filter(isWithinTier).length
    return [...orderFaults(deeds), ...deeds.flatMap(exactnessFaults)]
  })
  return { counts, failures }
}

/** A cross account that lacks a share of what its positions could free. */
function accountInTrouble(chance: Chance): Standing {
  const { market, account } = randomAccount(chance)
  const positions = [...account.positions].map(([id, position]): [typeof id, Position] => [
    id,
    { ...position, marginMode: 'cross', margin: money(0) },
  ])
  const held: Account = { ...account, orders: new Map(), positions: new Map(positions) }
  const { equity, requirement } = standingOf(market, held, crossBucket(held))
  const lacking = requirement.times(chance.share()).times(chance.pick(['0.001', '0.1', 1]))
  const cash = held.cash.minus(equity).plus(requirement).minus(lacking).toDecimalPlaces(8)
  return { market, account: { ...held, cash: money(cash) } }
}

/** One close by force: the account before and after it. */
interface Deed {
  readonly market: Market
  readonly before: Account
  readonly after: Account
  readonly event: PositionLiquidated
}

/** The next tick with the same marks, told event by event. */
function liquidationOf(standing: Standing): readonly Deed[] {
  const round = roundOf(standing)
  const shadow = roundOf(standing)
  const outcome = execute(round, { type: 'clock.advance', marks: [...round.marks.values()] })
  if (outcome.status !== 'accepted') throw new Error('a scripted tick is carried out')
  return outcome.events.flatMap((event): readonly Deed[] => {
    const before = accountOf(shadow, standing)
    evolve(shadow, event)
    if (event.type !== 'position.liquidated') return []
    return [{ market: standing.market, before, after: accountOf(shadow, standing), event }]
  })
}

/** A running round with nobody but this account, whose books add up. */
function roundOf({ market, account }: Standing): Round {
  const standard = standardConfig({ id: roundId('r_law') })
  const config = {
    ...standard,
    instruments: market.config.instruments,
    rules: { ...market.config.rules, funding: null, crossPolicy: 'largest-first' as const },
    market: { ...standard.market, scripted: true as const },
  }
  const round = openRound(config, seedFromText('law'))
  if (!round.books) throw new Error('the whole round keeps its books')
  round.books = { ...round.books, deposits: minus(round.books.deposits, account.cash) }
  round.phase = 'running'
  for (const [id, mark] of market.marks) round.marks.set(id, mark)
  round.accounts.set(account.seat, account)
  return round
}

function accountOf(round: Round, { account }: Standing): Account {
  const found = round.accounts.get(account.seat)
  if (!found) throw new Error('an account stays in its round')
  return found
}

function orderFaults([first]: readonly Deed[]): readonly string[] {
  if (!first) return []
  const { market, before, event } = first
  const weights = [...before.positions.values()].map((position) => requirementOf(market, position))
  const weight = requirementOf(market, positionOf(first))
  return weights.some((other) => other.gt(weight)) ? [`${event.instrument} is not the largest`] : []
}

function positionOf({ before, event }: Deed): Position {
  const held = before.positions.get(event.instrument)
  if (!held) throw new Error('what is closed was held')
  return held
}

function isWithinTier(deed: Deed): boolean {
  const { market, event } = deed
  const tiers = market.config.instruments.find(({ id }) => id === event.instrument)?.tiers ?? []
  const mark = markOf(market, event.instrument)
  const [from, to] = [positionOf(deed).size, minus(positionOf(deed).size, event.size)]
  return !to.isZero() && tierOf(tiers, notionalOf(from, mark)) === tierOf(tiers, notionalOf(to, mark))
}

function exactnessFaults(deed: Deed): readonly string[] {
  if (!isWithinTier(deed)) return []
  const { market, after, event } = deed
  const name = `closing ${event.size} of ${event.instrument}`
  const increment = market.config.instruments.find(({ id }) => id === event.instrument)?.sizeIncrement
  const less = event.size.abs().minus(increment ?? 0)
  return [
    ...(isInTrouble(market, after) ? [`${name} is not enough`] : []),
    ...(less.gt(0) && !isInTrouble(market, closedBy(deed, less)) ? [`${name} is more than it takes`] : []),
  ]
}

/** The account if so much of the position had been closed. */
function closedBy(deed: Deed, units: Decimal): Account {
  const { market, before, event } = deed
  const held = positionOf(deed)
  const mark = markOf(market, event.instrument)
  const { pnl, remaining } = closePart(held, quantity(units), mark)
  const fee = charge(units.times(mark).times(market.config.rules.closingFeeRate))
  return {
    ...before,
    cash: money(before.cash.plus(pnl).minus(fee)),
    positions: new Map(before.positions).set(event.instrument, { ...held, ...remaining }),
  }
}
