import type { InstrumentId, MarginMode, RoundEvent, SeatId } from '@cascade/engine'
import { type MomentBody, momentOf } from '@cascade/review'
import type { MarketNewsItem } from './market-news.ts'

/** Somebody's bucket ended, as everyone may hear it. */
export interface SomebodyLiquidated {
  readonly kind: 'somebody_liquidated'
  readonly seat: SeatId
  readonly bucket: MarginMode
  readonly closed: readonly { readonly instrument: InstrumentId; readonly long: boolean }[]
}

/** Something that this tab heard of, as plain data that a sentence can be made of. */
export type FeedItem = (MomentBody | SomebodyLiquidated | MarketNewsItem) & {
  readonly tick: number
  readonly key: number
  /** Whether it happened while this tab was not listening, and was told afterwards. */
  readonly late: boolean
}

/** When, by whom and how belatedly something is heard. */
export interface Hearing {
  readonly tick: number
  readonly seat: SeatId | null
  readonly late: boolean
}

const KEPT = 200

/** What this tab heard of, the newest last. The list is another one after every change. */
export class Feed {
  #items: readonly FeedItem[] = []
  #heard = 0

  get items(): readonly FeedItem[] {
    return this.#items
  }

  hear(events: readonly RoundEvent[], at: Hearing): void {
    this.#keep(
      events.flatMap((event) => {
        const body = bodyOf(event, at.seat)
        const tick = 'tick' in event ? event.tick : at.tick
        return body ? [{ ...body, tick, key: this.#next(), late: at.late }] : []
      }),
    )
  }

  /** Adds what everybody is told of the market in a tick. */
  tell(news: readonly MarketNewsItem[], tick: number): void {
    this.#keep(news.map((item) => ({ ...item, tick, key: this.#next(), late: false })))
  }

  #next(): number {
    this.#heard += 1
    return this.#heard
  }

  #keep(fresh: readonly FeedItem[]): void {
    if (fresh.length > 0) this.#items = [...this.#items, ...fresh].slice(-KEPT)
  }
}

/** The own liquidation is told by its positions, with their cause; others' only by what everyone hears. */
function bodyOf(event: RoundEvent, seat: SeatId | null): MomentBody | SomebodyLiquidated | null {
  if (event.type !== 'seat.liquidated') return momentOf(event)
  if (event.seat === seat) return null
  return { kind: 'somebody_liquidated', seat: event.seat, bucket: event.bucket, closed: event.closed }
}
