import {
  type Command,
  instrumentId,
  money,
  type Opening,
  type OrderRequest,
  orderId,
  price,
  quantity,
  rate,
  roundId,
  type ShockRequest,
  seatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { Recording } from '../src/recording.ts'

const BTC = instrumentId('BTC')
const ETH = instrumentId('ETH')
const [ada, bob] = [seatId('s1'), seatId('s2')]

const order = (change: Partial<OrderRequest> = {}): OrderRequest => ({
  instrument: BTC,
  side: 'buy',
  type: 'market',
  quantity: quantity('0.1'),
  limitPrice: null,
  triggerPrice: null,
  reduceOnly: false,
  ...change,
})

const shock: ShockRequest = { instrument: null, move: rate('-0.05'), minutes: 15, givenBack: 'most' }

const id = (n: number) => ({ client: 'tab-00000001', n })

/** A short round in which every kind of command is given, some of them twice or against the rules. */
export const opening: Opening = {
  config: standardConfig({
    id: roundId('r_played'),
    instruments: [BTC, ETH],
    ticks: 40,
    leverageMax: rate(100),
  }),
  seed: seedFromText('played'),
}

const acts: ReadonlyMap<number, readonly Command[]> = new Map<number, readonly Command[]>([
  [
    1,
    [
      { type: 'seat.join', seat: ada, kind: 'human', character: null },
      { type: 'seat.join', seat: bob, kind: 'automatic', character: 'hedger' },
      { type: 'round.start' },
      { type: 'leverage.set', seat: ada, id: id(1), instrument: BTC, leverage: rate(100) },
      { type: 'order.place', seat: ada, id: id(2), order: order({ quantity: quantity('100') }) },
      { type: 'order.place', seat: ada, id: id(3), order: order() },
    ],
  ],
  [
    2,
    [
      { type: 'order.place', seat: ada, id: id(3), order: order() },
      { type: 'margin-mode.set', seat: bob, id: null, instrument: ETH, marginMode: 'isolated' },
      {
        type: 'order.place',
        seat: bob,
        id: null,
        order: order({ instrument: ETH, quantity: quantity('1') }),
      },
      { type: 'margin.transfer', seat: bob, id: null, instrument: ETH, amount: money('12.34') },
      { type: 'order.place', seat: bob, id: null, order: order({ quantity: quantity('0.1') }) },
      {
        type: 'order.place',
        seat: bob,
        id: null,
        order: order({ type: 'limit', limitPrice: price(1000), quantity: quantity('0.01') }),
      },
      { type: 'order.place', seat: bob, id: null, order: order({ instrument: instrumentId('NOPE') }) },
    ],
  ],
  [3, [{ type: 'order.cancel', seat: bob, id: null, order: orderId('o3') }]],
  [
    4,
    [
      { type: 'market.shock', shock },
      { type: 'market.shock', shock: { ...shock, minutes: 100_000 } },
      {
        type: 'news.publish',
        headline: 'An exchange halts withdrawals',
        shock: { ...shock, instrument: BTC },
      },
      { type: 'news.publish', headline: 'It was a false alarm', shock: null },
      { type: 'news.publish', headline: '', shock: null },
    ],
  ],
])

/** The commands of every frame, the clock's at the end of each. */
export const script: readonly (readonly Command[])[] = Array.from({ length: 40 }, (_, index) => [
  ...(acts.get(index + 1) ?? []),
  { type: 'clock.advance' },
])

/** The round carried out and written down. */
export function played(): Recording {
  const recording = new Recording(opening)
  for (const [index, commands] of script.entries()) recording.carryOut(index + 1, commands)
  return recording
}
