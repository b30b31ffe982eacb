import { assert } from './assert.ts'
import type { Account } from './margin/account.ts'
import { type Decimal, ZERO } from './number/decimal.ts'
import type { Round } from './state.ts'

/** What must be true of a round after every tick, in production too. Throws a Fault naming what is not. */
export function checkInvariants(round: Round): void {
  checkConservation(round)
  for (const account of round.accounts.values()) checkAccount(account)
}

/** Money is moved, never made: players, house and insurance fund hold what was paid in, to the last unit. */
function checkConservation({ accounts, books }: Round): void {
  if (!books) return
  let total: Decimal = books.house.plus(books.insurance).plus(books.deposits)
  for (const account of accounts.values()) {
    total = total.plus(account.cash)
    for (const position of account.positions.values()) total = total.plus(position.margin)
  }
  assert(total.eq(ZERO), `money is moved, never made (${total.toFixed()} appeared)`)
  assert(!books.insurance.isNegative() || books.insurance.isZero(), 'the insurance fund never owes')
}

function checkAccount(account: Account): void {
  for (const position of account.positions.values()) {
    assert(!position.size.isZero(), 'a position is not empty')
    assert(position.margin.gte(0), 'an isolated margin is never negative')
    assert(
      position.marginMode === 'isolated' || position.margin.isZero(),
      'a cross position has no margin of its own',
    )
  }
  if (account.wipedAtTick === null) return
  assert(account.cash.isZero() && account.positions.size === 0, 'a wiped account holds exactly nothing')
  assert(account.orders.size === 0, 'a wiped account has no orders')
}
