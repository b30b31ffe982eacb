/** A bug to be planted: a text of a file of the engine, and what it becomes. */
export interface Mutant {
  /** What is wrong, in plain words. */
  readonly bug: string
  /** A file under packages/engine/src. */
  readonly file: string
  /** Stands in the file exactly once. */
  readonly from: string
  readonly to: string
}

/** Bugs that the auditor has to find; several are ones that it did find once. */
export const MUTANTS: readonly Mutant[] = [
  {
    bug: 'credits are rounded up',
    file: 'number/rounding.ts',
    from: 'toDecimalPlaces(MONEY_DECIMALS, Decimal.ROUND_FLOOR)',
    to: 'toDecimalPlaces(MONEY_DECIMALS, Decimal.ROUND_CEIL)',
  },
  {
    bug: 'charges are rounded down',
    file: 'number/rounding.ts',
    from: 'toDecimalPlaces(MONEY_DECIMALS, Decimal.ROUND_CEIL)',
    to: 'toDecimalPlaces(MONEY_DECIMALS, Decimal.ROUND_FLOOR)',
  },
  {
    bug: 'a bucket at equality is liquidated',
    file: 'margin/bucket.ts',
    from: 'standing.equity.lt(standing.requirement)',
    to: 'standing.equity.lte(standing.requirement)',
  },
  {
    bug: 'what is left of an isolated margin leaks into cash',
    file: 'tick/liquidate-isolated.ts',
    from: "{ from: margin, to: INSURANCE, for: 'surplus' }",
    to: "{ from: margin, to: { kind: 'cash', seat }, for: 'surplus' }",
  },
  {
    bug: 'the bankruptcy price is taken by the part that is closed',
    file: 'tick/liquidate-cross.ts',
    from: 'bankruptcyPriceOf(round, account, position.instrument)',
    to: `bankruptcyPriceOf(
      round,
      {
        ...account,
        positions: new Map(account.positions).set(position.instrument, { ...position, size: closed }),
      },
      position.instrument,
    )`,
  },
  {
    bug: 'orders of a liquidated bucket stay',
    file: 'tick/liquidate.ts',
    from: '  cancelBucketOrders(decision, seat, bucket)\n',
    to: '',
  },
  {
    bug: 'shorts pay funding at a positive rate',
    file: 'tick/pay-funding.ts',
    from: '.times(rate)))',
    to: '.times(rate.negated())))',
  },
  {
    bug: 'the smallest winner is deleveraged first',
    file: 'margin/winners.ts',
    from: 'b.above.times(a.below).cmp(a.above.times(b.below))',
    to: 'a.above.times(b.below).cmp(b.above.times(a.below))',
  },
  {
    bug: 'a share of a loss is not bounded by what may be spent',
    file: 'tick/socialise-loss.ts',
    from: 'smaller(profit, spendableMargin(round, account))',
    to: 'profit',
  },
  {
    bug: 'a partial close releases half of its part',
    file: 'orders/fill.ts',
    from: 'held.margin.times(closed).div(held.size.abs())',
    to: 'held.margin.times(closed).div(held.size.abs()).div(2)',
  },
  {
    bug: 'the insurance fund pays what it does not have',
    file: 'tick/settle-cross.ts',
    from: 'const covered = smaller(debt, insurance)',
    to: 'const covered = larger(debt, smaller(debt, insurance))',
  },
  {
    bug: 'a partial liquidation closes half of the deficit',
    file: 'tick/quantity-to-close.ts',
    from: 'missing.div(freed)',
    to: 'missing.div(freed).div(2)',
  },
  {
    bug: 'the quick look passes accounts over that are nearly safe',
    file: 'margin/watch.ts',
    from: 'health > magnitude * ERROR_SHARE',
    to: 'health > magnitude * -0.0001',
  },
  {
    bug: 'setting the leverage that is set moves money',
    file: 'commands/set-leverage.ts',
    from: 'same || held',
    to: 'held',
  },
  {
    bug: 'waiting orders fill beyond what the tier allows',
    file: 'tick/trigger-orders.ts',
    from: "  if (checkTier(round, freed, { order, after, at: fill.price })) return 'leverage_above_tier'\n",
    to: '',
  },
  {
    bug: 'a lifted requirement may be spent',
    file: 'margin/bucket.ts',
    from: 'larger(opening, charge(needed))',
    to: 'opening',
  },
  {
    bug: 'an isolated position is enlarged to what it cannot carry',
    file: 'commands/check-order.ts',
    from: 'return equity.lt(required)',
    to: 'return equity.lt(0)',
  },
  {
    bug: 'a wipe looks at the cash from before the debt was settled',
    file: 'tick/wipe.ts',
    from: 'isEmpty(round, settled)',
    to: 'isEmpty(round, account)',
  },
  {
    bug: 'a closing fee is finer than the ledger',
    file: 'tick/closing-fee.ts',
    from: 'credit(equityLeft)',
    to: 'equityLeft',
  },
  {
    bug: 'a share of a loss is finer than the ledger',
    file: 'tick/socialise-loss.ts',
    from: 'credit(smaller(profit, spendableMargin(round, account)))',
    to: 'smaller(profit, spendableMargin(round, account))',
  },
  {
    bug: 'a flip keeps the cost of what was closed',
    file: 'orders/fill.ts',
    from: 'remaining: whole ? { size: size(0), entryCost: NO_MONEY } : remaining',
    to: 'remaining: whole ? { size: size(0), entryCost: remaining.entryCost } : remaining',
  },
  {
    bug: 'every class takes the shock of a whole market alike',
    file: 'market/shock.ts',
    from: 'return CLASS_CHARACTERS[instrument.class].eventBeta',
    to: 'return 1',
  },
  {
    bug: 'a shock begins a tick late',
    file: 'market/shock.ts',
    from: '(at.tick - shock.tick) *',
    to: '(at.tick - shock.tick - 1) *',
  },
]
