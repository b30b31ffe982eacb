import { openStream, seedFromText } from '../../src/index.ts'
import type { Dice } from '../../src/random/dice.ts'
import { FactsKeeper, type RoundFacts } from '../../src/scoring/round-facts.ts'

/** How a student trades. */
export interface Student {
  readonly kind: 'skilled' | 'casual' | 'gambler' | 'tiny' | 'one-shot' | 'tried' | 'idle'
  readonly leverage: number
  /** Chance that a decision is on the right side. */
  readonly right: number
  /** Ticks between two decisions. */
  readonly every: number
}

const TICKS = 300
const DECISION = 30
const NOISE = 0.0025
const MAINTENANCE = 0.005
const CASH = 10_000

/** A coin that is thrown at every decision. */
export const coin = (kind: Student['kind'], leverage: number): Student => ({
  kind,
  leverage,
  right: 0.5,
  every: DECISION,
})

/** A class of thirty: 4 skilled, 18 casual, 5 at 40x, 2 of tiny size, 1 who decides once. */
export function classOf(dice: Dice): readonly Student[] {
  const many = (count: number, make: () => Student) => Array.from({ length: count }, make)
  return [
    ...many(4, () => ({ kind: 'skilled' as const, leverage: 3, right: 0.6, every: DECISION })),
    ...many(18, () => coin('casual', 1 + 11 * dice.uniform())),
    ...many(5, () => coin('gambler', 40)),
    ...many(2, () => coin('tiny', 0.1)),
    { kind: 'one-shot', leverage: 5, right: 0.5, every: TICKS },
  ]
}

/**
 * Prices of a round: Student's t with four degrees of freedom, and in every other round one crash of 6–12
 * %.
 */
export function pricesOf(dice: Dice): readonly number[] {
  const crash = dice.uniform() < 0.5 ? 1 + dice.below(TICKS) : 0
  const size = 0.06 + 0.06 * dice.uniform()
  const prices = [1]
  for (let tick = 1; tick <= TICKS; tick += 1) {
    const spread = [1, 2, 3, 4].reduce((sum) => sum + dice.normal() ** 2, 0) / 4
    // The variance of t with four degrees of freedom is 2.
    const noise = (NOISE * dice.normal()) / Math.sqrt(2 * spread)
    prices.push((prices[tick - 1] ?? 1) * Math.max(0.5, 1 + noise) * (tick === crash ? 1 - size : 1))
  }
  return prices
}

/** How a student comes out of a round. */
export function played(student: Student, prices: readonly number[], dice: Dice): RoundFacts {
  const keeper = new FactsKeeper(CASH)
  let equity = CASH
  let wipedAtTick: number | null = null
  let fills = 0
  for (let from = 0; from < TICKS && wipedAtTick === null && student.leverage > 0; from += student.every) {
    const start = prices[from] ?? 1
    const end = prices[Math.min(TICKS, from + student.every)] ?? start
    const side = Math.sign(end - start || 1) * (dice.uniform() < student.right ? 1 : -1)
    const size = equity * student.leverage
    const before = equity
    fills += 1
    for (let tick = from + 1; tick <= Math.min(TICKS, from + student.every); tick += 1) {
      const moved = (prices[tick] ?? start) / start
      const notional = size * moved
      equity = before + side * size * (moved - 1)
      if (equity < MAINTENANCE * notional) {
        wipedAtTick = tick
        equity = 0
      }
      keeper.add({ equity, notional })
      if (wipedAtTick !== null) break
    }
  }
  const { worstDip, exposure } = keeper
  return { gain: equity / CASH - 1, worstDip, exposure, fills, wipedAtTick, late: false }
}

/** The dice of every class, by its number. */
export const openClasses = (seed: string): ((number: number) => Dice) =>
  openStream(seedFromText(seed), 'class').at
