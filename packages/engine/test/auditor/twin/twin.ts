import type { Command } from '../../../src/index.ts'
import { Num } from './numbers.ts'
import { cancelAll, placeOrder } from './orders.ts'
import { accountOf, note, type TwinAccount, type TwinRound } from './round.ts'
import { setLeverage, setMode, transfer } from './settings.ts'
import { news, shock } from './shocks.ts'
import { publish, ringBell, tick } from './tick.ts'

/** Carries a command out by the book, with the marks of the tick where it is one; tells why it is refused. */
export function carryOut(round: TwinRound, command: Command, marks: readonly Num[]): string | null {
  if (command.type === 'seat.join') return join(round, command.seat)
  if (command.type === 'round.start') return start(round)
  if (round.phase !== 'running') return 'round_not_running'
  if (command.type === 'round.end') return ringBell(round)
  if (command.type === 'clock.advance') return tick(round, marks)
  if (command.type === 'market.shock') return shock(round, command.shock)
  if (command.type === 'news.publish') return news(round, command)
  const account = round.accounts.find(({ seat }) => seat === command.seat)
  if (!account) return 'seat_unknown'
  if (account.wipedAt !== null) return 'account_wiped'
  if (command.type === 'order.cancel') return cancel(round, account, command.order)
  const instrument = command.type === 'order.place' ? command.order.instrument : command.instrument
  if (!round.instruments.some(({ id }) => id === instrument)) return 'instrument_unknown'
  const { seat } = command
  switch (command.type) {
    case 'order.place':
      return placeOrder(round, seat, command.order)
    case 'leverage.set':
      return setLeverage(round, { seat, instrument, leverage: command.leverage })
    case 'margin-mode.set':
      return setMode(round, { seat, instrument, isolated: command.marginMode === 'isolated' })
    case 'margin.transfer':
      return transfer(round, { seat, instrument, amount: command.amount })
  }
}

/** RND-004. */
function join(round: TwinRound, seat: string): string | null {
  const { rules } = round
  if (round.phase === 'ended') return 'round_over'
  if (round.accounts.length >= rules.seatsMax) return 'round_full'
  if (round.accounts.some((account) => account.seat === seat)) return 'seat_taken'
  round.accounts.push({
    seat,
    cash: rules.startingCash,
    settings: Object.fromEntries(
      round.instruments.map(({ id }) => [
        id,
        { isolated: rules.isolatedAtFirst, leverage: rules.leverageAtFirst },
      ]),
    ),
    positions: [],
    orders: [],
    realized: new Num(0),
    fees: new Num(0),
    placed: 0,
    fills: 0,
    liquidations: 0,
    wipedAt: null,
  })
  round.paidIn = round.paidIn.plus(rules.startingCash)
  note(round, 'joined', accountOf(round, seat).seat)
  return null
}

/** RND-001. */
function start(round: TwinRound): string | null {
  if (round.phase !== 'lobby') return 'round_not_in_lobby'
  round.phase = 'running'
  publish(round)
  return null
}

function cancel(round: TwinRound, account: TwinAccount, id: string): string | null {
  if (!account.orders.some((order) => order.id === id)) return 'order_unknown'
  cancelAll(round, account, { reason: 'asked', which: (order) => order.id === id })
  return null
}
