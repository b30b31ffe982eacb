import fc from 'fast-check'
import {
  type Command,
  execute,
  instrumentId,
  type MarginMode,
  money,
  type Outcome,
  openRound,
  price,
  quantity,
  type Round,
  type Rules,
  rate,
  roundId,
  type SeatId,
  seatId,
  seedFromText,
  standardConfig,
} from '../../src/index.ts'

/** What a random player may do in one breath; figures are shares, so that they bite at every price. */
export type Act =
  | {
      readonly do: 'trade'
      readonly who: number
      readonly what: number
      readonly share: number
      readonly buy: boolean
      readonly kind: number
      readonly reduceOnly: boolean
    }
  | { readonly do: 'leverage'; readonly who: number; readonly what: number; readonly to: number }
  | { readonly do: 'mode'; readonly who: number; readonly what: number; readonly mode: MarginMode }
  | { readonly do: 'transfer'; readonly who: number; readonly what: number; readonly amount: number }
  | { readonly do: 'cancel'; readonly who: number }
  | { readonly do: 'tick'; readonly times: number }
  | { readonly do: 'shock'; readonly what: number; readonly percent: number; readonly isNews: boolean }

const who = fc.integer({ min: 0, max: 2 })
const what = fc.integer({ min: 0, max: 2 })

/** A script of random acts. */
export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('trade' as const),
        who,
        what,
        share: fc.integer({ min: 1, max: 160 }).map((tenths) => tenths / 10),
        buy: fc.boolean(),
        kind: fc.integer({ min: 0, max: 3 }),
        reduceOnly: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('leverage' as const),
        who,
        what,
        to: fc.integer({ min: 1, max: 20 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('mode' as const),
        who,
        what,
        mode: fc.constantFrom<MarginMode>('cross', 'isolated'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('transfer' as const),
        who,
        what,
        amount: fc.integer({ min: -3000, max: 3000 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), who }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('shock' as const),
        what: fc.integer({ min: 0, max: 3 }),
        percent: fc.integer({ min: -20, max: 20 }),
        isNews: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('tick' as const), times: fc.integer({ min: 1, max: 12 }) }),
    },
  ),
  { minLength: 20, maxLength: 80, size: 'max' },
)

/** Everything that was carried out, so that it can be carried out again. */
export interface Played {
  readonly round: Round
  readonly commands: readonly Command[]
}

/** A wild market of three instruments, so that liquidations are many. */
export const wildConfig = (ranksVisible: 'live' | 'bell' = 'live', rules: Partial<Rules> = {}) =>
  standardConfig({
    id: roundId('r_law'),
    ticks: 100_000,
    scenario: 'normal',
    volatility: 10,
    leverageMax: rate(20),
    marketMinutesPerTick: 30,
    rules: { defaultLeverage: rate(20), ...rules },
    ranksVisible,
  })

/** Plays a script; `watch` sees every command with what became of it. */
export function play(
  script: readonly Act[],
  {
    seed,
    round = openRound(wildConfig(), seedFromText(seed)),
    watch = () => {},
  }: {
    seed: string
    round?: Round
    watch?: (command: Command, outcome: Outcome, round: Round) => void
  },
): Played {
  const commands: Command[] = []
  const send = (command: Command) => {
    commands.push(command)
    watch(command, execute(round, command), round)
  }
  for (const seat of ['s1', 's2', 's3']) {
    send({ type: 'seat.join', seat: seatId(seat), kind: 'human', character: null })
  }
  send({ type: 'round.start' })
  for (const act of script) for (const command of commandsOf(round, act)) send(command)
  return { round, commands }
}

function commandsOf(round: Round, act: Act): readonly Command[] {
  if (act.do === 'tick') return Array.from({ length: act.times }, () => ({ type: 'clock.advance' }) as const)
  if (act.do === 'shock') return [shockOf(round, act)]
  const seat: SeatId = seatId(`s${act.who + 1}`)
  if (act.do === 'cancel') {
    const [order] = round.accounts.get(seat)?.orders.keys() ?? []
    return order ? [{ type: 'order.cancel', seat, id: null, order }] : []
  }
  const instrument = round.config.instruments[act.what]?.id ?? instrumentId('BTC')
  if (act.do === 'leverage')
    return [{ type: 'leverage.set', seat, id: null, instrument, leverage: rate(act.to) }]
  if (act.do === 'mode')
    return [{ type: 'margin-mode.set', seat, id: null, instrument, marginMode: act.mode }]
  if (act.do === 'transfer') {
    return [{ type: 'margin.transfer', seat, id: null, instrument, amount: money(act.amount) }]
  }
  return [{ type: 'order.place', seat, id: null, order: orderOf(round, act) }]
}

/** The fourth of three instruments is the whole market. */
function shockOf(round: Round, { what, percent, isNews }: Extract<Act, { do: 'shock' }>): Command {
  const instrument = round.config.instruments[what]?.id ?? null
  const shock = { instrument, move: rate(percent / 100), minutes: 60, givenBack: 'half' } as const
  return isNews ? { type: 'news.publish', headline: 'Rumours', shock } : { type: 'market.shock', shock }
}

function orderOf(round: Round, act: Extract<Act, { do: 'trade' }>) {
  const definition = round.config.instruments[act.what]
  if (!definition) throw new Error('three instruments')
  const mark = round.marks.get(definition.id) ?? definition.openingPrice
  const units = quantity(
    money(act.share * 10_000)
      .div(mark)
      .toNearest(definition.sizeIncrement),
  )
  const type = (['market', 'limit', 'stop', 'take-profit'] as const)[act.kind] ?? 'market'
  const away = (act.kind === 1 || act.kind === 3) === act.buy ? 0.99 : 1.01
  const at = price(mark.times(away).toNearest(definition.priceIncrement))
  return {
    instrument: definition.id,
    side: act.buy ? ('buy' as const) : ('sell' as const),
    type,
    quantity: units,
    limitPrice: type === 'limit' ? at : null,
    triggerPrice: type === 'stop' || type === 'take-profit' ? at : null,
    reduceOnly: act.reduceOnly,
  }
}
