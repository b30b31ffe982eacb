import fc from 'fast-check'
import { evolve, type MarginMode, type Rules } from '../../src/index.ts'
import { limit, Scripted } from '../scripted.ts'
import type { Look } from './observe.ts'

/** A position that a seat opens before the gap; what it cannot afford is refused and left out. */
interface Opening {
  readonly seat: number
  readonly instrument: 'A' | 'B'
  readonly mode: MarginMode
  readonly leverage: number
  readonly buy: boolean
  /** Thousandths of a unit. */
  readonly units: number
  readonly waits: boolean
}

/** Positions of a few seats on both sides, and marks far enough away that many of them are lost at once. */
export interface Gap {
  readonly openings: readonly Opening[]
  readonly marks: readonly { readonly A: number; readonly B: number }[]
}

const mark = fc.integer({ min: 5000, max: 16_000 }).map((cents) => cents / 100)

/** Gaps of all kinds. */
export const gaps: fc.Arbitrary<Gap> = fc.record({
  openings: fc.array(
    fc.record({
      seat: fc.integer({ min: 1, max: 5 }),
      instrument: fc.constantFrom('A' as const, 'B' as const),
      mode: fc.constantFrom<MarginMode>('cross', 'isolated'),
      leverage: fc.integer({ min: 2, max: 20 }),
      buy: fc.boolean(),
      units: fc.integer({ min: 1, max: 60_000 }),
      waits: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { minLength: 4, maxLength: 14 },
  ),
  marks: fc.array(fc.record({ A: mark, B: mark }), { minLength: 1, maxLength: 3 }),
})

/** Lives through a gap under some rules and shows every event of its ticks, as `observe` does. */
export function observeGap({ openings, marks }: Gap, rules: Partial<Rules>, look: Look): void {
  const s = new Scripted({ rules: { switching: 'with-position', ...rules } })
  const seats = ['s1', 's2', 's3', 's4', 's5'].map((id) => (id === 's1' ? s.seat : s.join(id)))
  for (const { seat, instrument, mode, leverage, buy, units, waits } of openings) {
    const own = seats[seat - 1]
    s.mode(instrument, mode, own)
    s.leverage(instrument, leverage, own)
    s.order(`${buy ? 'buy' : 'sell'} ${units / 1000} ${instrument}`, waits ? limit(buy ? 80 : 120) : {}, own)
  }
  const shadow = {
    ...s.round,
    marks: new Map(s.round.marks),
    seats: new Map(s.round.seats),
    accounts: new Map(s.round.accounts),
    receipts: new Map(s.round.receipts),
  }
  for (const next of marks) {
    for (const event of s.move(next)) {
      const then = look(event, shadow)
      evolve(shadow, event)
      then?.()
    }
  }
}
