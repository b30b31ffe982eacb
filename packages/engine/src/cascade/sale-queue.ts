import { type Impact, pressed, rested } from '../market/impact/impact.ts'

/** What one liquidation still does to a price, as parts of the impact of all trades. */
export interface Contribution {
  readonly pressure: number
  readonly permanent: number
}

interface Waiting {
  readonly source: number
  volume: number
}

const NOTHING: Impact = { pressure: 0, permanent: 0, depth: 1 }

/**
 * Who is behind the forced selling of one instrument: what waits is sold in the order in which it came,
 * what comes from the other side meets it first, and every part of the pressure rests as the whole of it
 * does.
 */
export class SaleQueue {
  #depth = 1
  readonly #waiting: Waiting[] = []
  readonly #done = new Map<number, { tick: number; impact: Impact }>()

  /** A liquidation leaves a volume to be sold, units of the usual depth, negative to be bought. */
  add(source: number, volume: number): void {
    let left = volume
    for (let first = this.#waiting[0]; first && first.volume * left < 0; first = this.#waiting[0]) {
      const met = Math.min(Math.abs(first.volume), Math.abs(left)) * Math.sign(left)
      left -= met
      first.volume += met
      if (first.volume === 0) this.#waiting.shift()
    }
    if (left !== 0) this.#waiting.push({ source, volume: left })
  }

  /** Takes away what somebody else took over, units of the usual depth with the sign of what waits. */
  take(volume: number): void {
    this.#spend(volume, () => {})
  }

  /** A tick of so many minutes, in which the depth became another and a volume was sold. */
  tick(now: { tick: number; minutes: number; depth: number; sold: number }): void {
    for (const [source, { tick, impact }] of this.#done) {
      const rest = rested({ ...impact, depth: this.#depth }, { minutes: now.minutes, depth: now.depth })
      this.#done.set(source, { tick, impact: rest })
    }
    this.#depth = now.depth
    this.#spend(now.sold, (source, volume) => {
      const before = this.#done.get(source)?.impact ?? NOTHING
      const impact = pressed({ ...before, depth: now.depth }, -volume)
      this.#done.set(source, { tick: now.tick, impact })
    })
  }

  /** What every liquidation does to the price that sold anything since a tick. Others are forgotten. */
  since(tick: number): ReadonlyMap<number, Contribution> {
    for (const [source, { tick: last }] of this.#done) if (last < tick) this.#done.delete(source)
    return new Map([...this.#done].map(([source, { impact }]) => [source, impact]))
  }

  #spend(volume: number, spent: (source: number, volume: number) => void): void {
    let left = volume
    for (let first = this.#waiting[0]; first && first.volume * left > 0; first = this.#waiting[0]) {
      const part = Math.abs(first.volume) <= Math.abs(left) ? first.volume : left
      spent(first.source, part)
      left -= part
      first.volume -= part
      if (first.volume === 0) this.#waiting.shift()
    }
  }
}
