import type { RoundEvent, SeatId } from '@cascade/engine'

/** What is worth telling a player who was away. Each concerns one seat, and is that seat's to know. */
export type Milestone = Extract<
  RoundEvent,
  {
    type:
      | 'order.filled'
      | 'position.settled'
      | 'position.liquidated'
      | 'position.deleveraged'
      | 'loss.socialised'
      | 'account.wiped'
  }
>

const KEPT_MAX = 30
const WORTH_TELLING: ReadonlySet<RoundEvent['type']> = new Set<Milestone['type']>([
  'order.filled',
  'position.settled',
  'position.liquidated',
  'position.deleveraged',
  'loss.socialised',
  'account.wiped',
])

/** The last things that befell each seat, and in which frame. */
export class Milestones {
  readonly #bySeat = new Map<SeatId, { readonly frame: number; readonly event: Milestone }[]>()

  /** Keeps a milestone. Nobody folds it again, so it needs no postings. */
  keep(frame: number, event: Milestone): void {
    const kept = this.#bySeat.get(event.seat) ?? []
    kept.push({ frame, event: { ...event, postings: [] } })
    if (kept.length > KEPT_MAX) kept.shift()
    this.#bySeat.set(event.seat, kept)
  }

  /** What befell this seat alone after a frame, the newest last. */
  after(frame: number, seat: SeatId): Milestone[] {
    const kept = this.#bySeat.get(seat) ?? []
    return kept.flatMap((each) => (each.frame > frame ? each.event : []))
  }
}

/** Whether an event is worth telling a player who was away. */
export const isMilestone = (event: RoundEvent): event is Milestone => WORTH_TELLING.has(event.type)
