import { type LossPolicy, money, type RoundEvent, type Rules, type SeatId } from '../src/index.ts'
import { Scripted } from './scripted.ts'

/** The rules of a policy with an empty insurance fund. */
export const under = (lossPolicy: LossPolicy, rules: Partial<Rules> = {}): Partial<Rules> => ({
  lossPolicy,
  insuranceFund: money(0),
  ...rules,
})

/**
 * A long of 10 with 50 of margin against rivals, each an order with its leverage (`10x sell 5 A`); A falls
 * from 100 to 40, where 550 are uncovered.
 */
export function crash(
  rules: Partial<Rules>,
  ...rivals: readonly string[]
): { readonly s: Scripted; readonly seats: readonly SeatId[]; readonly events: readonly RoundEvent[] } {
  const s = new Scripted({ mode: 'isolated', leverage: 20, rules })
  s.order('buy 10 A')
  const seats = rivals.map((order, index) => s.rival(`s${index + 2}`, order))
  return { s, seats, events: s.move({ A: 40 }) }
}
