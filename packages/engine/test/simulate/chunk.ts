import { Fault } from '../../src/index.ts'
import { runSeeds } from '../auditor/run-seeds.ts'
import { LAWS } from './laws.ts'

/** A part of the work that one process does at once. */
export type Chunk =
  | { readonly do: 'seeds'; readonly from: number; readonly count: number }
  | {
      readonly do: 'law'
      readonly law: string
      readonly seed: string
      readonly from: number
      readonly count: number
    }

/** What came of it. */
export interface Findings {
  readonly counts: Readonly<Record<string, number>>
  /** Where the engine is not what it should be, one sentence each. */
  readonly differences: readonly string[]
  /** Where the engine itself noticed: what should have been true. */
  readonly breaks: readonly string[]
}

/** Does a part of the work. A broken invariant ends the part, and is a finding. */
export function carryOut(chunk: Chunk): Findings {
  try {
    return chunk.do === 'seeds' ? seedsOf(chunk) : lawOf(chunk)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const last = chunk.from + chunk.count - 1
    return { counts: {}, differences: [], breaks: [`${chunk.from} to ${last}: ${error.message}`] }
  }
}

function seedsOf({ from, count }: { from: number; count: number }): Findings {
  const { differences, ...counts } = runSeeds({ from, count })
  const found = differences.map(({ seed, tick, what }) => `seed ${seed}, tick ${tick}: ${what}`)
  return {
    counts,
    differences: found.filter((what) => !isFault(what)),
    breaks: found.filter(isFault),
  }
}

/** As the auditor tells of a command that broke something which should have been true. */
const isFault = (what: string): boolean => what.includes(': fault: ')

function lawOf({ law, ...run }: Extract<Chunk, { do: 'law' }>): Findings {
  const check = LAWS.get(law)
  if (!check) throw new Error(`there is no law ${law}`)
  const { counts, failures } = check(run)
  return { counts, differences: failures, breaks: [] }
}

/** Both findings in one. */
export const together = (a: Findings, b: Findings): Findings => ({
  counts: Object.fromEntries(
    [...new Set([...Object.keys(a.counts), ...Object.keys(b.counts)])].map((name) => [
      name,
      (a.counts[name] ?? 0) + (b.counts[name] ?? 0),
    ]),
  ),
  differences: [...a.differences, ...b.differences],
  breaks: [...a.breaks, ...b.breaks],
})
