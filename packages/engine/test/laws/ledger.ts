import { Decimal } from '../../src/index.ts'

/** The terms of a round with one instrument, isolated margins and one maintenance rate. */
export interface Terms {
  readonly maintenanceRate: Decimal
  readonly closingFeeRate: Decimal
  readonly feeRate: Decimal
  readonly leverageMax: Decimal
}

/** What an order would do to a ledger, or how far it is from being allowed: nothing below zero is. */
interface Plan {
  readonly next: Ledger
  /** Cash left, and initial margin above the requirement: the smaller of the two. */
  readonly slack: Decimal
}

const ZERO = new Decimal(0)
const least = (...values: readonly Decimal[]): Decimal => Decimal.min(...values)

/**
 * One account with one isolated position, kept by hand: average entry and margin instead of cost and
 * postings, nothing rounded. It knows the rules and nothing of the engine.
 */
export class Ledger {
  readonly cash: Decimal
  /** Negative when short. */
  readonly size: Decimal
  readonly entry: Decimal
  readonly margin: Decimal
  readonly leverage: Decimal
  readonly fees: Decimal

  constructor(given: Pick<Ledger, 'cash' | 'leverage'> & Partial<Omit<Ledger, 'cash' | 'leverage'>>) {
    this.cash = given.cash
    this.leverage = given.leverage
    this.size = given.size ?? ZERO
    this.entry = given.entry ?? ZERO
    this.margin = given.margin ?? ZERO
    this.fees = given.fees ?? ZERO
  }

  private with(change: Partial<Ledger>): Ledger {
    return new Ledger({
      cash: change.cash ?? this.cash,
      leverage: change.leverage ?? this.leverage,
      size: change.size ?? this.size,
      entry: change.entry ?? this.entry,
      margin: change.margin ?? this.margin,
      fees: change.fees ?? this.fees,
    })
  }

  pnl(mark: Decimal): Decimal {
    return mark.minus(this.entry).times(this.size)
  }

  equity(mark: Decimal): Decimal {
    return this.margin.plus(this.pnl(mark))
  }

  initialMargin(mark: Decimal): Decimal {
    return this.size.abs().times(mark).div(this.leverage)
  }

  requirement(mark: Decimal, { maintenanceRate, closingFeeRate }: Terms): Decimal {
    return this.size.abs().times(mark).times(maintenanceRate.plus(closingFeeRate))
  }

  /** Buys, or sells when the units are negative, at the mark. */
  trade(units: Decimal, mark: Decimal, terms: Terms): Plan {
    const against = this.size.times(units).isNegative()
    const closed = against ? least(this.size.abs(), units.abs()) : ZERO
    const opened = units.abs().minus(closed)
    const after = this.close(closed, mark, terms).open(
      units.isNegative() ? opened.negated() : opened,
      mark,
      terms,
    )
    if (opened.isZero()) return { next: after, slack: new Decimal(Infinity) }
    return { next: after, slack: least(after.cash, after.roomAt(mark, terms)) }
  }

  private roomAt(mark: Decimal, terms: Terms): Decimal {
    return this.initialMargin(mark).minus(this.requirement(mark, terms))
  }

  private close(units: Decimal, mark: Decimal, { feeRate }: Terms): Ledger {
    if (units.isZero()) return this
    const share = units.div(this.size.abs())
    const left = this.equity(mark).times(share)
    const kept = Decimal.max(left, 0)
    const fee = least(units.times(mark).times(feeRate), kept)
    const size = this.size.times(new Decimal(1).minus(share))
    return this.with({
      cash: this.cash.plus(kept).minus(fee),
      fees: this.fees.plus(fee),
      size,
      margin: this.margin.times(new Decimal(1).minus(share)),
      entry: size.isZero() ? ZERO : this.entry,
    })
  }

  private open(units: Decimal, mark: Decimal, { feeRate }: Terms): Ledger {
    if (units.isZero()) return this
    const notional = units.abs().times(mark)
    const [margin, fee] = [notional.div(this.leverage), notional.times(feeRate)]
    const size = this.size.plus(units)
    return this.with({
      cash: this.cash.minus(margin).minus(fee),
      fees: this.fees.plus(fee),
      margin: this.margin.plus(margin),
      entry: this.entry.times(this.size).plus(mark.times(units)).div(size),
      size,
    })
  }

  /** Another leverage: margin and P&L become the initial margin. The same one moves nothing. */
  setLeverage(leverage: Decimal, mark: Decimal, terms: Terms): Plan {
    if (leverage.eq(this.leverage)) return { next: this, slack: new Decimal(Infinity) }
    const changed = this.with({ leverage })
    const bounds = least(leverage.minus(1), terms.leverageMax.minus(leverage))
    if (this.size.isZero())
      return { next: changed, slack: bounds.isNegative() ? bounds : new Decimal(Infinity) }
    const margin = Decimal.max(changed.initialMargin(mark).minus(this.pnl(mark)), 0)
    const moved = margin.minus(this.margin)
    const next = changed.with({ margin, cash: this.cash.minus(moved) })
    const paid = moved.gt(0) ? next.cash : new Decimal(Infinity)
    return { next, slack: least(bounds.isNegative() ? bounds : paid, paid, changed.roomAt(mark, terms)) }
  }

  /** Money from cash into the margin, or back when negative. */
  transfer(amount: Decimal, mark: Decimal): Plan {
    const next = this.with({ cash: this.cash.minus(amount), margin: this.margin.plus(amount) })
    if (amount.gt(0)) return { next, slack: next.cash }
    return { next, slack: least(next.margin, next.equity(mark).minus(this.initialMargin(mark))) }
  }

  /** Equity above the requirement at a mark: below zero the position is taken over. */
  health(mark: Decimal, terms: Terms): Decimal {
    return this.equity(mark).minus(this.requirement(mark, terms))
  }

  /** Without the position and its margin. The closing fee is paid out of what is left of it. */
  liquidated(mark: Decimal, { closingFeeRate }: Terms): Ledger {
    const left = Decimal.max(this.equity(mark), 0)
    const fee = least(this.size.abs().times(mark).times(closingFeeRate), left)
    return this.with({ size: ZERO, margin: ZERO, entry: ZERO, fees: this.fees.plus(fee) })
  }
}
