import type { PlaceOrder } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import type { Outcome } from '../outcome.ts'
import type { Round } from '../state.ts'
import { planOrder } from './check-order.ts'
import { fillOrder } from './fill-order.ts'

/** Places an order: one that the mark already fills is filled at once and whole, any other waits. */
export function placeOrder(round: Round, { seat, order: request }: PlaceOrder): Outcome {
  const plan = planOrder(round, seat, request)
  if (plan.do === 'reject') return reject(plan.rejection)

  // From here on nothing may refuse the order.
  const decision = new Decision(round)
  decision.emit({ type: 'order.placed', seat, order: plan.order })
  if (plan.do === 'fill') fillOrder(decision, plan.order, plan.fill)
  return decision.accept()
}
