import {
  freeMargin,
  markOf,
  money,
  notionalOf,
  type PlayerCommand,
  type Position,
  type Price,
  priceOnIncrement,
  quantityOf,
  rate,
  removableMargin,
  requirement,
  unrealizedPnl,
} from '../../../src/index.ts'
import type { Act, Sight } from './orders.ts'

const UNIT = money('0.00000001')

const transfer = ({ account, instrument }: Sight, amount: { toFixed(): string }): PlayerCommand => ({
  type: 'margin.transfer',
  seat: account.seat,
  id: null,
  instrument: instrument.id,
  amount: money(amount.toFixed()),
})

/** Takes out and puts in exactly what is allowed, and a unit more. */
export const shuffleMargin: Act = (sight) => {
  const { round, account, instrument, chance } = sight
  const held = account.positions.get(instrument.id)
  if (held?.marginMode !== 'isolated') return switchMode(sight)
  const most = removableMargin(round, account, held).toDecimalPlaces(8, 3)
  const free = freeMargin(round, account).toDecimalPlaces(8, 3)
  return [
    transfer(
      sight,
      chance.pick([
        most.negated(),
        most.plus(UNIT).negated(),
        most.div(2).toDecimalPlaces(8).negated(),
        free,
        free.plus(UNIT),
        free.div(3).toDecimalPlaces(8),
        money(0),
        UNIT.div(2),
      ]),
    ),
  ]
}

/** Leverage to its edges, to where it stands, and over. */
export const edgeLeverage: Act = ({ round, account, instrument, chance }) => {
  const { leverageMax } = round.config.rules
  const now = account.settings.get(instrument.id)?.leverage ?? rate(1)
  const to = chance.pick([
    leverageMax,
    rate(1),
    rate(2),
    now,
    rate(7.5),
    rate(15),
    leverageMax.plus(1),
    rate(0.5),
  ])
  return [
    { type: 'leverage.set', seat: account.seat, id: null, instrument: instrument.id, leverage: rate(to) },
  ]
}

/** The other mode, and now and then the same. */
export const switchMode: Act = ({ account, instrument, chance }) => {
  const isolated = account.settings.get(instrument.id)?.marginMode === 'isolated'
  const marginMode = isolated === chance.happens(0.9) ? 'cross' : 'isolated'
  return [{ type: 'margin-mode.set', seat: account.seat, id: null, instrument: instrument.id, marginMode }]
}

/** A price of an instrument at which the next tick should stand, with every other mark unmoved. */
export interface Aim {
  readonly instrument: string
  readonly at: Price
}

/**
 * Moves margin so that at a coming mark equity is exactly the requirement, or a unit less: of an isolated
 * position by what is in it, of the cross positions by what is left to them.
 */
export function aimAtEquality(asked: Sight): { commands: readonly PlayerCommand[]; aim: Aim | null } {
  const { account, chance } = asked
  const positions = [...account.positions.values()]
  const held = positions.find(({ marginMode }) => marginMode === 'isolated')
  if (!held) return { commands: [], aim: null }
  const sight = { ...asked, instrument: instrumentOf(asked, held.instrument) }
  const cross = positions.find(({ marginMode }) => marginMode === 'cross')
  const target = cross && chance.happens(0.5) ? cross : held
  const at = worseMark(sight, target)
  const spare = spareAt(sight, target.instrument, at)
  const least = chance.pick([money(0), money(0), UNIT, UNIT.negated()])
  const amount = target === held ? spare.negated().plus(least) : spare.minus(least)
  return {
    commands: [transfer(sight, amount.toDecimalPlaces(8, 3))],
    aim: { instrument: target.instrument, at },
  }
}

/** A mark about as far away as what the position was opened with. */
function worseMark({ round, account, ...sight }: Sight, position: Position): Price {
  const { priceIncrement } = instrumentOf({ round, account, ...sight }, position.instrument)
  const leverage = account.settings.get(position.instrument)?.leverage ?? rate(1)
  const share = Math.min(0.9, sight.chance.pick([0.6, 1.02, 1.3]) / leverage.toNumber())
  const factor = position.size.isNegative() ? 1 + share : 1 - share
  const at = priceOnIncrement(markOf(round, position.instrument).times(factor.toFixed(6)), priceIncrement)
  return at.gt(0) ? at : priceIncrement
}

const instrumentOf = ({ round }: Sight, id: string) => {
  const found = round.config.instruments.find((instrument) => instrument.id === id)
  if (!found) throw new Error(`no instrument ${id}`)
  return found
}

/** What the bucket of a position would have above its requirement at a mark of it. */
function spareAt(sight: Sight, id: string, at: Price) {
  const { round, account } = sight
  const [target] = [...account.positions.values()].filter(({ instrument }) => instrument === id)
  const isolated = target?.marginMode === 'isolated'
  const bucket = [...account.positions.values()].filter((position) =>
    isolated ? position === target : position.marginMode === 'cross',
  )
  let spare = isolated && target ? target.margin : account.cash
  for (const position of bucket) {
    const mark = position.instrument === id ? at : markOf(round, position.instrument)
    const notional = notionalOf(quantityOf(position.size), mark)
    const { closingFeeRate } = round.config.rules
    const needed = requirement(instrumentOf(sight, position.instrument), notional, closingFeeRate)
    spare = money(spare.plus(unrealizedPnl(position, mark)).minus(needed))
  }
  return spare
}
