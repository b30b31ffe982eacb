import { describe, expect, test } from 'vitest'
import { rate } from '../../src/index.ts'
import { nearly, type Row, readRows } from './rows.ts'
import { stageOf, trading } from './stage.ts'

interface FundingRow extends Row {
  readonly quantity: string
  readonly settlements: readonly { readonly mark: string; readonly rate: string }[]
  /** Negative when the short pays. */
  readonly receivedByShort: string
}

/** One position through one settlement: what it received, simulated dollars. */
function received(size: string, { mark, rate: share }: FundingRow['settlements'][number]) {
  const s = stageOf({
    mode: 'cross',
    cash: '1000',
    leverage: '5',
    maintenanceRate: '0.005',
    openings: { A: mark },
    rules: { funding: { everyTicks: 1, rate: rate(share) } },
  })
  s.order(trading(size, 'A'))
  const before = s.account().cash
  s.move({ A: mark })
  return s.account().cash.minus(before)
}

describe('funding of others', () => {
  test.each(readRows<FundingRow>('funding-payment.json'))(
    'FUN-001 $id: a short of $quantity receives $receivedByShort, a long pays it ($source)',
    (row) => {
      const all = (size: string) =>
        row.settlements
          .map((settlement) => received(size, settlement))
          .reduce((total, amount) => total.plus(amount))
      expect(nearly(all(`-${row.quantity}`), row.receivedByShort, row.tolerance)).toBe(row.receivedByShort)
      expect(nearly(all(row.quantity).negated(), row.receivedByShort, row.tolerance)).toBe(
        row.receivedByShort,
      )
    },
  )
})
