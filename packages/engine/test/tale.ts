import type { RoundEvent } from '../src/event.ts'

type Kind = RoundEvent['type']

/** The events of one kind, in their order. */
export const only = <K extends Kind>(events: readonly RoundEvent[], kind: K) =>
  events.filter((event): event is Extract<RoundEvent, { type: K }> => event.type === kind)

/**
 * What became of players' orders and money, a line an event and in their order: `s1 loses 10 A at 40`. What
 * merely reports (marks, the board, the public notice of a liquidation) is left out.
 */
export const tale = (events: readonly RoundEvent[]): readonly string[] => events.flatMap(lineOf)

function lineOf(event: RoundEvent): readonly string[] {
  switch (event.type) {
    case 'order.filled':
      return [`${event.seat} fills ${event.side} ${event.quantity.toFixed()} ${event.instrument}`]
    case 'order.cancelled':
      return [`${event.seat} cancels ${event.order}: ${event.reason}`]
    case 'funding.paid':
      return event.payments.map((paid) => `${event.seat} funds ${paid.instrument} ${paid.amount.toFixed()}`)
    case 'position.liquidated':
      return [`${event.seat} loses ${event.size.toFixed()} ${event.instrument} at ${event.price.toFixed()}`]
    case 'position.deleveraged':
      return [
        `${event.seat} gives up ${event.quantity.toFixed()} ${event.instrument} at ${event.price.toFixed()}`,
      ]
    case 'position.settled':
      return [`${event.seat} settles ${event.quantity.toFixed()} ${event.instrument}`]
    case 'bucket.settled':
      return [`${event.seat} owes ${event.uncovered.toFixed()} uncovered`]
    case 'loss.socialised':
      return [`${event.seat} bears ${event.amount.toFixed()}`]
    case 'account.wiped':
      return [`${event.seat} is wiped`]
    default:
      return []
  }
}
