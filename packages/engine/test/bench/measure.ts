/** What a measurement found: rows for a program to read, lines for people. */
export interface Bench {
  readonly rows: readonly Readonly<Record<string, number>>[]
  readonly lines: readonly string[]
}

const REPEATS = 5

/**
 * Processor time of one call of each piece of work, microseconds. They take turns, so that a machine that is
 * busy with something else slows them alike; the median of the repeats counts, after one to warm up.
 */
export function costs(pieces: readonly (() => void)[]): readonly number[] {
  for (const piece of pieces) piece()
  const times: number[][] = pieces.map(() => [])
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    for (const [index, piece] of pieces.entries()) times[index]?.push(cost(piece))
  }
  return times.map(middle)
}

function cost(piece: () => void): number {
  const before = process.cpuUsage()
  piece()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
