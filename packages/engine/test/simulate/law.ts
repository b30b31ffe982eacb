import { type Chance, openChance } from './chance.ts'

/** Which cases of a law are looked at: the same seed and number are the same case, whoever asks. */
export interface LawRun {
  readonly seed: string
  readonly count: number
  /** The number of the first case; 0 when absent. */
  readonly from?: number
}

/** How many of what were looked at, and what was not as the law says, with its seed and number. */
export interface LawReport {
  readonly counts: Readonly<Record<string, number>>
  readonly failures: readonly string[]
}

/** What is not as the law says in any case of a run; a case that throws is told as well. */
export function tryCases(
  law: string,
  { seed, count, from = 0 }: LawRun,
  check: (chance: Chance) => readonly string[],
): readonly string[] {
  const chanceOf = openChance(law, seed)
  return Array.from({ length: count }, (_, index) => from + index).flatMap((number) =>
    faultsOf(() => check(chanceOf(number))).map((what) => `seed ${seed}, case ${number}: ${what}`),
  )
}

function faultsOf(check: () => readonly string[]): readonly string[] {
  try {
    return check()
  } catch (error) {
    return [`it throws ${error}`]
  }
}
