import type { InstrumentId, Round } from '@cascade/engine'

/** How many ticks a player can look back. */
export const HISTORY_TICKS = 160

/**
 * The last marks of every instrument, as plain numbers: all that automatic players remember. It is public
 * knowledge, so a server that starts again rebuilds it by watching the journal being replayed.
 */
export class MarkHistory {
  readonly #marks = new Map<InstrumentId, number[]>()
  #tick = -1

  /** Notes the marks of a tick. A tick that was noted before is passed over. */
  watch(round: Pick<Round, 'tick' | 'marks'>): void {
    if (round.tick <= this.#tick) return
    this.#tick = round.tick
    for (const [instrument, mark] of round.marks) this.#note(instrument, mark.toNumber())
  }

  #note(instrument: InstrumentId, mark: number): void {
    const marks = this.#marks.get(instrument) ?? []
    marks.push(mark)
    // Cut in large pieces, because moving the whole list along at every tick would cost more than keeping it.
    if (marks.length > 2 * HISTORY_TICKS) marks.splice(0, HISTORY_TICKS)
    this.#marks.set(instrument, marks)
  }

  /** Change of a mark over so many ticks, a share of the earlier one; null while that has not been seen. */
  change(instrument: InstrumentId, ticks: number): number | null {
    const marks = this.#marks.get(instrument) ?? []
    return changeUpTo(marks, marks.length - 1, ticks)
  }

  /**
   * What a mark usually moves in so many ticks, up or down, a share of itself; null while too little has
   * been seen.
   */
  usualChange(instrument: InstrumentId, ticks: number): number | null {
    const marks = this.#marks.get(instrument) ?? []
    let total = 0
    let count = 0
    for (let end = marks.length - 1; end >= marks.length - HISTORY_TICKS; end -= ticks) {
      const change = changeUpTo(marks, end, ticks)
      if (change === null) break
      total += Math.abs(change)
      count += 1
    }
    return count < 3 ? null : total / count
  }
}

function changeUpTo(marks: readonly number[], end: number, ticks: number): number | null {
  const now = marks[end]
  const then = marks[end - ticks]
  return now === undefined || then === undefined ? null : now / then - 1
}
