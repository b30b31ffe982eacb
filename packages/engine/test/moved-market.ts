import {
  type ImpactRule,
  type InstrumentImpact,
  instrumentId,
  type OrderFilled,
  type Outcome,
  type Round,
  type RoundEvent,
  roundId,
  standardConfig,
} from '../src/index.ts'
import { Scripted, type Wishes } from './scripted.ts'

/** A rule under which 10 units of A at 100 weigh 1, and no ghost trades. */
const TEN_WEIGH_ONE: ImpactRule = { crowd: 260_000, openInterest: 0, throttle: 1, leastDepth: 0.02 }

const MARKET = standardConfig({ id: roundId('r_test') }).market

/** A scripted round whose trades move the prices that are written; money enough to trade much. */
export function movedMarket(wishes: Wishes = {}, rule: Partial<ImpactRule> = {}): Scripted {
  const market = { ...MARKET, scripted: true as const, impact: { ...TEN_WEIGH_ONE, ...rule } }
  return new Scripted({ cash: 100_000, ...wishes, config: { market, ...wishes.config } })
}

/** What a round tells of the impact on an instrument. */
export function impactOf(round: Round, id = 'A'): InstrumentImpact {
  const told = round.impacts.get(instrumentId(id))
  if (!told) throw new Error(`nothing is told of ${id}`)
  return told
}

/** The first fill among events. */
export const fillIn = (events: readonly RoundEvent[]): OrderFilled | undefined =>
  events.find((event): event is OrderFilled => event.type === 'order.filled')

/** What an order filled at once, as text: `10 at 100.53`. */
export function filled(outcome: Outcome): string {
  const fill = fillIn(outcome.events)
  return fill ? `${fill.quantity.toFixed()} at ${fill.price.toFixed()}` : 'nothing'
}

/** The next tick of a market in which nothing would move if nobody traded. */
export const rest = (s: Scripted): readonly RoundEvent[] =>
  s.move(Object.fromEntries([...s.round.impacts].map(([id, { base }]) => [id, base.toFixed()])))
