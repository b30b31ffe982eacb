import {
  type FillEffect,
  type MarginMode,
  type Money,
  markOf,
  notionalOf,
  type OrderRequest,
  type Price,
  previewOrder,
  type Rate,
  type Rejection,
  type Round,
  signOf,
} from '@cascade/engine'
import type { RoundStore } from '../../live/index.ts'
import { type Draft, leverageIntents, orderOf } from './draft.ts'
import { rehearse } from './rehearsal.ts'

/** Everything the ticket says before the button is pressed. */
export interface Outlook {
  readonly order: OrderRequest | null
  readonly missing: 'size' | 'price' | null
  readonly rejection: Rejection | null
  readonly fillsNow: boolean
  readonly effect: FillEffect | null
  readonly notional: Money | null
  readonly price: Price | null
  /**
   * By how much the fill is worse than the mark, a share of the mark; null where trades do not move prices
   * or the order waits.
   */
  readonly slippage: number | null
  readonly fee: Money | null
  readonly margin: Money | null
  readonly liquidationPrice: Price | null
  readonly distance: Rate | null
  readonly atRisk: Money | null
  /** The mode of the position after the fill; null when it leaves none. */
  readonly mode: MarginMode | null
  /** Whether other positions share its margin. */
  readonly shared: boolean
  /** Whether some margin is out of reach of the shared one. */
  readonly walled: boolean
  /** Share of free margin that the order takes. */
  readonly share: number
  /** Free margin after it, as a share of equity behind it. */
  readonly left: number
}

const NOTHING: Omit<Outlook, 'missing' | 'rejection'> = {
  order: null,
  fillsNow: false,
  effect: null,
  notional: null,
  price: null,
  slippage: null,
  fee: null,
  margin: null,
  liquidationPrice: null,
  distance: null,
  atRisk: null,
  mode: null,
  shared: false,
  walled: false,
  share: 0,
  left: 1,
}

/** What an order of this draft would do right now, by the engine's own preview. */
export function outlookOf(store: RoundStore, draft: Draft): Outlook {
  const { seat } = store
  if (!seat || !store.account) return { ...NOTHING, missing: null, rejection: null }
  const { round, rejection } = rehearse(store.round, seat, leverageIntents(draft))
  if (rejection) return { ...NOTHING, missing: null, rejection }
  const order = orderOf(draft, round, seat)
  if (!order) return { ...NOTHING, missing: missingOf(draft), rejection: null }

  const preview = previewOrder(round, seat, order)
  const { after } = preview
  const others = [...(round.accounts.get(seat)?.positions.values() ?? [])].filter(
    ({ instrument }) => instrument !== order.instrument,
  )
  const free = preview.freeMarginAfter.plus(preview.margin)
  return {
    ...preview,
    order,
    slippage: preview.fillsNow ? slippageOf(round, order, preview.price) : null,
    missing: null,
    notional: notionalOf(order.quantity, preview.price),
    mode: after?.marginMode ?? null,
    shared: others.some(({ marginMode }) => marginMode === 'cross'),
    walled: others.some(({ marginMode }) => marginMode === 'isolated'),
    share: free.gt(0) ? preview.margin.div(free).toNumber() : 0,
    left: free.gt(0) ? preview.freeMarginAfter.div(free).toNumber() : 0,
  }
}

function slippageOf(round: Round, { instrument, side }: OrderRequest, price: Price): number | null {
  if (!round.impacts.has(instrument)) return null
  return price.div(markOf(round, instrument)).minus(1).times(signOf(side)).toNumber()
}

const missingOf = ({ type, price }: Draft): Outlook['missing'] =>
  type !== 'market' && (price === null || price <= 0) ? 'price' : 'size'
