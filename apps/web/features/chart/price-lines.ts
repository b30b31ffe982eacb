import { entryPrice, type InstrumentId, liquidationPriceOf, type Order, type Price } from '@cascade/engine'
import type { RoundStore } from '../../live/index.ts'

/** A price that the own account has marked in the chart. */
export interface PriceMark {
  readonly id: string
  readonly kind: 'entry' | 'liquidation' | 'stop' | 'take-profit' | 'limit'
  readonly price: number
}

/** Where the own account entered, would be liquidated, and has orders waiting, in one instrument. */
export function priceMarks({ round, account }: RoundStore, instrument: InstrumentId): readonly PriceMark[] {
  if (!account) return []
  const position = account.positions.get(instrument)
  const orders = [...account.orders.values()].filter((order) => order.instrument === instrument)
  const held = position
    ? [
        ...mark('entry', entryPrice(position)),
        ...mark('liquidation', liquidationPriceOf(round, account, instrument)),
      ]
    : []
  return [...held, ...orders.flatMap(orderMark)]
}

const mark = (kind: PriceMark['kind'], price: Price | null, id: string = kind): PriceMark[] =>
  price ? [{ id, kind, price: price.toNumber() }] : []

const orderMark = ({ id, type, limitPrice, triggerPrice }: Order): PriceMark[] =>
  type === 'market' ? [] : mark(type, limitPrice ?? triggerPrice, id)
