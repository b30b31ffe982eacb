import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import type { Position } from '../margin/position.ts'
import type { InstrumentId, SeatId } from '../number/ids.ts'
import { NO_MONEY, type Price, quantityOf, rate } from '../number/units.ts'
import { planFill } from '../orders/fill.ts'
import { bellPrice } from './bell-price.ts'
import { cancelOrders } from './cancel.ts'
import { publishStandings } from './publish-standings.ts'

/**
 * The bell: every order is taken back, every position closed at its mark, or what it would fetch, without a
 * fee, and the ranks freeze.
 */
export function ringBell(decision: Decision): void {
  const { round } = decision
  const prices = new Map(round.config.instruments.map(({ id }) => [id, bellPrice(round, id)]))
  for (const account of [...round.accounts.values()]) {
    cancelOrders(decision, account, { reason: 'round_ended', choose: () => true })
    for (const position of account.positions.values()) {
      settle(decision, position, { seat: account.seat, price: priceIn(prices, position.instrument) })
    }
  }
  decision.emit({ type: 'round.ended', tick: round.tick })
  publishStandings(decision)
}

const priceIn = (prices: ReadonlyMap<InstrumentId, Price>, id: InstrumentId): Price =>
  known(prices.get(id), 'a position is in an instrument of the round')

function settle(
  decision: Decision,
  position: Position,
  { seat, price }: { seat: SeatId; price: Price },
): void {
  const { round } = decision
  const account = known(round.accounts.get(seat), 'a position belongs to an account')
  const { uncovered, ...fill } = planFill(account, {
    instrument: position.instrument,
    side: position.size.isNegative() ? 'buy' : 'sell',
    quantity: quantityOf(position.size),
    price,
    feeRate: rate(0),
    feeMax: NO_MONEY,
  })
  decision.emit({ type: 'position.settled', tick: round.tick, seat, ...fill })
}
