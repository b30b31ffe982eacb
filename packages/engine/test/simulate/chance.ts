import { Decimal, type Numeric, openStream, seedFromText } from '../../src/index.ts'

/** Dice of one case of a law, drawn from the law's seed and the number of the case: no case moves another. */
export class Chance {
  readonly #uniform: () => number

  constructor(uniform: () => number) {
    this.#uniform = uniform
  }

  /** A whole number 0 … count − 1. */
  below(count: number): number {
    return Math.floor(this.#uniform() * count)
  }

  /** A whole number within these bounds, both included. */
  whole(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** Whether something happens that has so many chances in a hundred. */
  percent(chances: number): boolean {
    return this.#uniform() * 100 < chances
  }

  /** A number from 0 up to 1 in whole millionths. */
  share(): Decimal {
    return new Decimal(this.below(1_000_000)).div(1_000_000)
  }

  /** A number between two others. */
  between(least: Numeric, most: Numeric): Decimal {
    return new Decimal(most).minus(least).times(this.share()).plus(least)
  }

  /** A number of any magnitude between two powers of ten: small ones are drawn as often as large ones. */
  magnitude(leastPower: number, mostPower: number): Decimal {
    return new Decimal(10).pow(this.whole(leastPower, mostPower - 1)).times(this.between(1, 10))
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[this.below(from.length)] ?? from[0]
  }

  /** So many different ones of a list, in a random order. */
  some<T>(from: readonly T[], count: number): readonly T[] {
    const left = [...from]
    return Array.from({ length: count }, () => left.splice(this.below(left.length), 1)).flat()
  }
}

/** The dice of every case of a law, by the number of the case. */
export function openChance(purpose: string, seed: string): (number: number) => Chance {
  const stream = openStream(seedFromText(seed), purpose)
  return (number) => {
    const dice = stream.at(number)
    return new Chance(() => dice.uniform())
  }
}
