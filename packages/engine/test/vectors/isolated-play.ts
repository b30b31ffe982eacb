import {
  type Account,
  type Decimal,
  deriveTiers,
  entryPrice,
  type Instrument,
  initialMargin,
  instrumentId,
  isolatedEquity,
  money,
  notionalOf,
  type OrderRequest,
  type Outcome,
  type Price,
  price,
  quantity,
  rate,
  type SeatId,
  sum,
} from '../../src/index.ts'
import { limit, reasonOf, Scripted, stop, takeProfit } from '../scripted.ts'
import type { Row } from './rows.ts'

/** What a source prints about one of its accounts after a step. */
export interface Printed {
  readonly size: string
  readonly margin: string
  readonly entryPrice?: string
  readonly entryNotional?: string
  /** One over the leverage. */
  readonly leverageRate?: string
  /** Equity over notional at the mark. */
  readonly marginRatio?: string
  /** What of the deposit is not in cash any more. */
  readonly spent?: string
}

type Act =
  | {
      /** A trade of two accounts at any price; afterwards the mark is elsewhere. */
      readonly do: 'trade'
      readonly maker: string
      readonly taker: string
      /** Of the maker, negative when it sells. */
      readonly size: string
      readonly price: string
      readonly leverage: string
    }
  | { readonly do: 'leverage'; readonly seat: string; readonly leverage: string }
  | { readonly do: 'transfer'; readonly seat: string; readonly amount: string }
  | { readonly do: 'mark' }

/** One step of a worked example, the mark that goes with it, and what is printed about it. */
export type PlayedStep = Act & {
  readonly mark: string
  readonly rejection?: string
  readonly seats?: Readonly<Record<string, Printed>>
  /** Of all accounts, since the beginning. */
  readonly fees?: string
  /** Who has no position any more, and what the insurance fund made of it. */
  readonly liquidated?: readonly string[]
  readonly fundChange?: string
}

/** A sequence of trades with isolated margins, played by several accounts. */
export interface IsolatedRow extends Row {
  readonly cash: string
  readonly maintenanceRate: string
  readonly leverageMax: string
  readonly makerFeeRate: string
  readonly takerFeeRate: string
  readonly steps: readonly PlayedStep[]
}

const INCREMENT = price('0.000001')
const FUND = money(10_000)
const A = instrumentId('A')

const instrumentFor = ({ maintenanceRate, steps }: IsolatedRow): Instrument => ({
  id: A,
  name: 'A',
  class: 'MAJ1',
  openingPrice: price(steps[0]?.mark ?? 100),
  priceIncrement: INCREMENT,
  sizeIncrement: quantity('0.000001'),
  quantityMax: quantity(1_000_000),
  tiers: deriveTiers([{ floor: 0, maintenanceRate }]),
})

/**
 * Plays a worked example whose accounts trade with each other. Here everybody trades with the house at the
 * mark, so the mark goes to the price of the trade first and to where the source has it afterwards. The
 * maker asks for the mark, by an order that is there before the mark comes: it fills before anything is
 * liquidated. The taker's limit order waits for the price. So the rates are the other way round.
 */
export class IsolatedPlay {
  readonly stage: Scripted
  readonly seats = new Map<string, SeatId>()

  constructor(row: IsolatedRow) {
    this.stage = new Scripted({
      mode: 'isolated',
      leverage: 1,
      cash: row.cash,
      rules: {
        takerFeeRate: rate(row.makerFeeRate),
        makerFeeRate: rate(row.takerFeeRate),
        leverageMax: rate(row.leverageMax),
        insuranceFund: FUND,
      },
      config: { instruments: [instrumentFor(row)] },
    })
    for (const name of ['alice', 'bob', 'liquidator']) this.seats.set(name, this.stage.join(name))
  }

  seat(name: string): SeatId {
    const seat = this.seats.get(name)
    if (!seat) throw new Error(`nobody is called ${name}`)
    return seat
  }

  account(name: string): Account {
    return this.stage.account(this.seat(name))
  }

  /** Carries a step out; the answer is a reason where the rules said no, else `accepted`. */
  carryOut(step: PlayedStep): string {
    if (step.do === 'trade') {
      this.trade(step)
      this.stage.move({ A: step.mark })
      return 'accepted'
    }
    this.stage.move({ A: step.mark })
    if (step.do === 'transfer') return reasonOf(this.transfer(step.seat, step.amount))
    return step.do === 'leverage' ? reasonOf(this.leverage(step.seat, step.leverage)) : 'accepted'
  }

  private trade(step: Extract<PlayedStep, { do: 'trade' }>): void {
    const buys = !step.size.startsWith('-')
    const units = step.size.replace('-', '')
    for (const name of [step.maker, step.taker]) this.useLeverage(name, step.leverage)
    this.place(step.maker, `${buys ? 'buy' : 'sell'} ${units} A`, this.atTheMark(buys, step.price))
    const waiting = limit(step.price)
    const other = `${buys ? 'sell' : 'buy'} ${units} A`
    if (this.waits(buys, step.price)) this.place(step.taker, other, waiting)
    else {
      this.stage.move({ A: step.price })
      this.stage.move({
        A: INCREMENT.times(buys ? -1 : 1)
          .plus(step.price)
          .toFixed(),
      })
      this.place(step.taker, other, waiting)
    }
    this.stage.move({ A: step.price })
    const left = [step.maker, step.taker].filter((name) => this.account(name).orders.size > 0)
    if (left.length > 0) throw new Error(`an order of ${left.join()} still waits`)
  }

  /** What fills at the mark in the tick that brings the price. */
  private atTheMark(buys: boolean, at: string): Partial<OrderRequest> {
    const mark = this.mark()
    if (mark.eq(at)) return {}
    return mark.lt(at) === buys ? stop(at) : takeProfit(at)
  }

  /** Whether the taker's limit order can be placed before the mark moves. */
  private waits(makerBuys: boolean, at: string): boolean {
    return makerBuys ? this.mark().lt(at) : this.mark().gt(at)
  }

  private mark(): Price {
    return price(this.stage.round.marks.get(A) ?? 0)
  }

  private place(name: string, order: string, more: Partial<OrderRequest>): void {
    this.expectYes(this.stage.order(order, more, this.seat(name)))
  }

  private useLeverage(name: string, leverage: string): void {
    if (this.account(name).settings.get(A)?.leverage.eq(leverage)) return
    this.expectYes(this.leverage(name, leverage))
  }

  private leverage(name: string, leverage: string): Outcome {
    const seat = this.seat(name)
    return this.stage.send({ type: 'leverage.set', seat, id: null, instrument: A, leverage: rate(leverage) })
  }

  private transfer(name: string, amount: string): Outcome {
    const seat = this.seat(name)
    return this.stage.send({ type: 'margin.transfer', seat, id: null, instrument: A, amount: money(amount) })
  }

  private expectYes(outcome: Outcome): void {
    if (outcome.status === 'rejected') throw new Error(`what the source did is refused: ${reasonOf(outcome)}`)
  }

  /** What an account shows now, in the words of the sources. */
  figures(name: string): Readonly<Record<keyof Printed, Decimal | null>> {
    const account = this.account(name)
    const held = account.positions.get(A)
    const spent = this.stage.round.config.startingCash.minus(account.cash)
    if (!held) return { ...FLAT, spent }
    const mark = this.mark()
    const leverage = account.settings.get(A)?.leverage ?? rate(1)
    return {
      size: held.size,
      margin: held.margin,
      entryPrice: entryPrice(held),
      entryNotional: held.entryCost.abs(),
      leverageRate: initialMargin(money(1), leverage),
      marginRatio: isolatedEquity(held, mark).div(notionalOf(held.size, mark)),
      spent,
    }
  }

  /** Fees of all accounts since the beginning. */
  fees(): Decimal {
    return sum([...this.stage.round.accounts.values()].map(({ feesPaid }) => feesPaid))
  }

  /** What the insurance fund has gained or paid since the beginning. */
  fundChange(): Decimal | undefined {
    return this.stage.round.books?.insurance.minus(FUND)
  }
}

const NOTHING = money(0)
const FLAT = {
  size: NOTHING,
  margin: NOTHING,
  entryPrice: null,
  entryNotional: null,
  leverageRate: null,
  marginRatio: null,
}
