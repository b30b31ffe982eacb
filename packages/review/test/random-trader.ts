import {
  closeOrder,
  type InstrumentId,
  instrumentOf,
  money,
  type PlayerCommand,
  priceOnIncrement,
  quantity,
  quantityDown,
  rate,
  type SeatId,
} from '@cascade/engine'
import type { Recorder } from './recorder.ts'

/** Small whole numbers from a linear congruence: the dice of the tests. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Does something a careless player might do: any command, any size, allowed or not. */
export function meddle(recorder: Recorder, seat: SeatId, roll: (sides: number) => number): void {
  const { instruments } = recorder.round.config
  const instrument = instruments[roll(instruments.length)]?.id
  if (!instrument) return
  const commands = [open, open, wait, wait, close, cancel, lever, switchMode, transfer]
  const make = commands[roll(commands.length)]
  const command = make?.({ recorder, seat, instrument, roll })
  if (command) recorder.do(command)
}

interface Chance {
  readonly recorder: Recorder
  readonly seat: SeatId
  readonly instrument: InstrumentId
  readonly roll: (sides: number) => number
}

const sizeOf = ({ recorder, instrument, roll }: Chance) => {
  const { round } = recorder
  const mark = round.marks.get(instrument)
  const wanted = 500 * (1 + roll(60))
  return mark
    ? quantityDown(quantity(wanted).div(mark), instrumentOf(round, instrument).sizeIncrement)
    : quantity(0)
}

const open = (chance: Chance): PlayerCommand => ({
  type: 'order.place',
  seat: chance.seat,
  id: null,
  order: {
    instrument: chance.instrument,
    side: chance.roll(2) === 0 ? 'buy' : 'sell',
    type: 'market',
    quantity: sizeOf(chance),
    limitPrice: null,
    triggerPrice: null,
    reduceOnly: false,
  },
})

function wait(chance: Chance): PlayerCommand | null {
  const { recorder, instrument, roll } = chance
  const mark = recorder.round.marks.get(instrument)
  if (!mark) return null
  const { priceIncrement } = instrumentOf(recorder.round, instrument)
  const price = priceOnIncrement(mark.times(roll(2) === 0 ? '0.99' : '1.01'), priceIncrement)
  const type = (['limit', 'stop', 'take-profit'] as const)[roll(3)] ?? 'limit'
  const placed = open(chance)
  if (placed.type !== 'order.place') return null
  const prices =
    type === 'limit' ? { limitPrice: price, triggerPrice: null } : { limitPrice: null, triggerPrice: price }
  return { ...placed, order: { ...placed.order, type, ...prices, reduceOnly: roll(3) === 0 } }
}

function close({ recorder, seat, instrument }: Chance): PlayerCommand | null {
  const position = recorder.round.accounts.get(seat)?.positions.get(instrument)
  if (!position) return null
  const order = closeOrder(position, instrumentOf(recorder.round, instrument), rate('0.5'))
  return { type: 'order.place', seat, id: null, order }
}

function cancel({ recorder, seat, roll }: Chance): PlayerCommand | null {
  const orders = [...(recorder.round.accounts.get(seat)?.orders.keys() ?? [])]
  const order = orders[roll(Math.max(1, orders.length))]
  return order ? { type: 'order.cancel', seat, id: null, order } : null
}

const lever = ({ seat, instrument, roll }: Chance): PlayerCommand => ({
  type: 'leverage.set',
  seat,
  id: null,
  instrument,
  leverage: rate(1 + roll(22)),
})

const switchMode = ({ seat, instrument, roll }: Chance): PlayerCommand => ({
  type: 'margin-mode.set',
  seat,
  id: null,
  instrument,
  marginMode: roll(2) === 0 ? 'cross' : 'isolated',
})

const transfer = ({ seat, instrument, roll }: Chance): PlayerCommand => ({
  type: 'margin.transfer',
  seat,
  id: null,
  instrument,
  amount: money(10 * (1 + roll(50)) * (roll(3) === 0 ? -1 : 1)),
})
