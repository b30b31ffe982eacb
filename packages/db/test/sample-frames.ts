import type { Journal, JournalFrame } from '../src/journal/journal.ts'

let rounds = 0
export const newRound = (): string => `r_contract${++rounds}`

export const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)

/** A frame of epoch 1 that follows the one of the tick before. */
export function frameOf(roundId: string, changes: Partial<JournalFrame> = {}): JournalFrame {
  const tick = changes.tick ?? 0
  const previousHash = tick === 0 ? null : `hash${tick - 1}`
  const usual = {
    tick,
    epoch: 1,
    commandCount: 2,
    body: bytes(tick % 256, 7),
    hash: `hash${tick}`,
    previousHash,
  }
  return { roundId, ...usual, ...changes }
}

/** The ticks a journal tells of a round. */
export async function ticksOf(journal: Journal, roundId: string, fromTick = 0): Promise<number[]> {
  const ticks: number[] = []
  for await (const frame of journal.frames({ roundId, fromTick })) ticks.push(frame.tick)
  return ticks
}
