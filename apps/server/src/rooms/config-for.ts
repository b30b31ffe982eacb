import { ConfigProblem, type RoundConfig, type RoundId, standardConfig } from '@cascade/engine'
import {
  type Refusal,
  type RoundOptions,
  refusal,
  scriptedConfig,
  standardOptions,
  ticksPlayed,
} from '@cascade/protocol'
import type { PriceFile } from '@cascade/protocol/price-file'

/** What a configuration is made of. */
export interface Wished {
  readonly options: RoundOptions
  /** Prices that the host brought, in place of a scenario. */
  readonly file?: PriceFile
}

/** Makes the configuration of a round out of what somebody chose. */
export type ConfigFor = (id: RoundId, wished: Wished) => RoundConfig | Refusal

/** What a test may shorten: nobody waits a minute for a bell. */
export interface TestTimes {
  readonly ticks: number | null
  readonly tickMs: number | null
}

const PROBLEMS_MAX = 8
const PROBLEM_LENGTH_MAX = 200

/** The rules of the house: the protocol's choices, and in tests shorter times. */
export const configFor =
  ({ ticks, tickMs }: TestTimes): ConfigFor =>
  (id, { options, file }) => {
    const choices = {
      ...standardOptions(id, options),
      ...(file && { ticks: ticksPlayed(file.marks.length, tickMs ?? options.tickMs) }),
      ...(ticks !== null && { ticks }),
      ...(tickMs !== null && { tickMs }),
    }
    try {
      return file ? scriptedConfig(choices, file) : standardConfig(choices)
    } catch (problem) {
      if (!(problem instanceof ConfigProblem)) throw problem
      const problems = problem.problems
        .slice(0, PROBLEMS_MAX)
        .map((each) => each.slice(0, PROBLEM_LENGTH_MAX))
      return refusal('options_not_allowed', { problems })
    }
  }
