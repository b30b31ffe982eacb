import { assert, known } from './assert.ts'
import { canonical, chain } from './canonical.ts'
import type {
  AccountOpened,
  AccountWiped,
  BucketSettled,
  CommandAnswered,
  FundingPaid,
  LeverageSet,
  LossSocialised,
  MarginModeSet,
  MarginTransferred,
  OrderCancelled,
  OrderFilled,
  OrderPlaced,
  PositionDeleveraged,
  PositionLiquidated,
  PositionSettled,
  RoundEvent,
  RoundStarted,
} from './event.ts'
import { postToBooks } from './ledger/post.ts'
import { type Account, emptyAccount, type TradeSetting } from './margin/account.ts'
import { postToAccount, withMarginMode } from './margin/post.ts'
import { openFeed } from './market/feed.ts'
import { type ImpactBook, steppedBook } from './market/impact/book.ts'
import { openBooks } from './market/impact/open-books.ts'
import { volumeOf, withTakeover, withTrade } from './market/impact/trade.ts'
import type { MarketMoved } from './market-event.ts'
import type { InstrumentId, OrderId, SeatId } from './number/ids.ts'
import { plus, type Size, size } from './number/units.ts'
import { type Booking, changedPosition, withFill } from './orders/fill.ts'
import { type Order, signOf } from './orders/order.ts'
import { marketKey } from './round/market-key.ts'
import { RECEIPTS_MAX } from './round/receipt.ts'
import type { Round } from './state.ts'

type Folds = {
  readonly [Type in RoundEvent['type']]: (round: Round, event: Extract<RoundEvent, { type: Type }>) => void
}

/** How each event changes a round, or the part of it that a seat's view holds. */
const folds: Folds = {
  'seat.joined': (round, { seat }) => void round.seats.set(seat.id, seat),
  'account.opened': openAccount,
  'round.started': startMarket,
  'market.moved': moveMarket,
  'market.shocked': (round, { type: _type, ...shock }) => {
    round.shocks = [...round.shocks, shock]
  },
  'news.published': (round, { type: _type, ...news }) => {
    round.news = [...round.news, news]
  },
  'order.placed': placeOrder,
  'order.filled': fillOrder,
  'position.settled': settlePosition,
  'order.cancelled': cancelOrder,
  'leverage.set': setLeverage,
  'margin-mode.set': setMarginMode,
  'margin.transferred': post,
  'funding.paid': post,
  'position.liquidated': liquidatePosition,
  'bucket.settled': post,
  'position.deleveraged': deleveragePosition,
  'loss.socialised': post,
  'seat.liquidated': () => {},
  'account.wiped': wipeAccount,
  'standings.published': (round, { rows }) => {
    round.standings = rows
  },
  'cascade.gauged': (round, { gauges }) => {
    round.gauges = gauges
  },
  'round.ended': (round) => {
    round.phase = 'ended'
  },
  'command.answered': keepReceipt,
  'command.rejected': () => {},
}

/**
 * Folds one event into a round: the only place where a round changes. Works alike on the whole round and on a
 * seat's view, where the books, the secret and other seats' accounts are missing.
 */
export function evolve(round: Round, event: RoundEvent): void {
  const fold: (round: Round, event: never) => void = folds[event.type]
  fold(round, event as never)
  if (round.books && 'postings' in event) round.books = postToBooks(round.books, event.postings)
  if (round.fingerprint !== null) round.fingerprint = chain(round.fingerprint, canonical(event))
}

/** The key of a tab's receipts. */
export const receiptKey = (seat: SeatId, client: string): string => `${seat}/${client}`

function change(round: Round, seat: SeatId, next: (account: Account) => Account): void {
  round.accounts.set(
    seat,
    next(known(round.accounts.get(seat), 'an event of an account comes after its opening')),
  )
}

function openAccount(round: Round, { seat, postings }: AccountOpened): void {
  const { defaultMode, defaultLeverage } = round.config.rules
  const setting: TradeSetting = { marginMode: defaultMode, leverage: defaultLeverage }
  const settings = new Map(round.config.instruments.map(({ id }) => [id, setting]))
  round.accounts.set(seat, postToAccount(emptyAccount(seat, settings), postings))
}

/** With words the feed and the books are opened anew, from a key that nobody could know before. */
function startMarket(round: Round, { words }: RoundStarted): void {
  round.phase = 'running'
  if (!words) return
  for (const { seat, word } of words) {
    const held = known(round.seats.get(seat), 'a word is of somebody who sits')
    round.seats.set(seat, { ...held, word })
  }
  const { config, secret } = round
  if (!secret) return
  const key = marketKey({ config, seed: secret.seed }, words)
  round.secret = { ...secret, key, feed: openFeed(config, key), books: openBooks(config, key) }
}

function moveMarket(round: Round, event: MarketMoved): void {
  const { tick, marks, feed } = event
  assert(tick === round.tick + 1, 'ticks follow one another')
  round.tick = tick
  for (const [index, { id }] of round.config.instruments.entries()) {
    round.marks.set(id, known(marks[index], 'every instrument has a mark'))
  }
  if (round.secret) round.secret = { ...round.secret, feed: known(feed, 'the whole round sees its feed') }
  moveImpacts(round, event)
}

/** Where trades move prices, every tick tells what they did. */
function moveImpacts(round: Round, { marks, impacts = [], paths }: MarketMoved): void {
  for (const [index, told] of impacts.entries()) {
    const { id } = known(round.config.instruments[index], 'impact is told of the instruments of the round')
    round.impacts.set(id, told)
    const mark = known(marks[index], 'every instrument has a mark')
    changeBook(round, id, (book) =>
      steppedBook(book, { mark, told, secret: known(paths?.[index], 'the whole round sees its paths') }),
    )
  }
}

/** The whole round alone keeps books, and only where trades move prices. */
function changeBook(round: Round, id: InstrumentId, next: (book: ImpactBook) => ImpactBook): void {
  const { secret } = round
  const book = secret?.books.get(id)
  if (secret && book) round.secret = { ...secret, books: new Map(secret.books).set(id, next(book)) }
}

function placeOrder(round: Round, { seat, order }: OrderPlaced): void {
  change(round, seat, (account) => ({
    ...account,
    ordersPlaced: account.ordersPlaced + 1,
    orders: new Map(account.orders).set(order.id, order),
  }))
}

function withoutOrder(account: Account, id: OrderId): ReadonlyMap<OrderId, Order> {
  const orders = new Map(account.orders)
  assert(orders.delete(id), 'an order that leaves the book was in it')
  return orders
}

function fillOrder(round: Round, event: OrderFilled): void {
  change(round, event.seat, (account) =>
    withFill({ ...account, orders: withoutOrder(account, event.order) }, event, event.tick),
  )
  const { instrument } = event
  changeBook(round, instrument, (book) =>
    withTrade(book, volumeOf(round.config, instrument, tradedBy(event))),
  )
}

function settlePosition(round: Round, event: PositionSettled | PositionDeleveraged): void {
  change(round, event.seat, (account) => withFill(account, event, event.tick))
}

/** The house hands a part of what it took over to a winner who is on the other side. */
function deleveragePosition(round: Round, event: PositionDeleveraged): void {
  settlePosition(round, event)
  const { instrument } = event
  changeBook(round, instrument, (book) =>
    withTakeover(book, -volumeOf(round.config, instrument, tradedBy(event))),
  )
}

const tradedBy = ({ side, quantity }: Booking): Size => size(quantity.times(signOf(side)))

function cancelOrder(round: Round, { seat, order }: OrderCancelled): void {
  change(round, seat, (account) => ({ ...account, orders: withoutOrder(account, order) }))
}

function setLeverage(round: Round, { seat, instrument, leverage, postings }: LeverageSet): void {
  change(round, seat, (account) => {
    const setting = known(account.settings.get(instrument), 'an account has a setting for every instrument')
    const settings = new Map(account.settings).set(instrument, { ...setting, leverage })
    return postToAccount({ ...account, settings }, postings)
  })
}

function setMarginMode(round: Round, event: MarginModeSet): void {
  change(round, event.seat, (account) => withMarginMode(account, event))
}

/** Events that do nothing but move money of a seat. */
type PostedOnly = MarginTransferred | BucketSettled | FundingPaid | LossSocialised

function post(round: Round, { seat, postings }: PostedOnly): void {
  change(round, seat, (account) => postToAccount(account, postings))
}

function liquidatePosition(round: Round, event: PositionLiquidated): void {
  change(round, event.seat, (account) => {
    const posted = postToAccount(account, event.postings)
    return {
      ...posted,
      positions: changedPosition(posted.positions, event.instrument, event.after),
      realizedPnl: plus(posted.realizedPnl, event.realizedPnl),
      feesPaid: plus(posted.feesPaid, event.fee),
      liquidations: posted.liquidations + 1,
    }
  })
  const { instrument, size: closed } = event
  changeBook(round, instrument, (book) => withTakeover(book, volumeOf(round.config, instrument, closed)))
}

function wipeAccount(round: Round, { seat, tick, postings }: AccountWiped): void {
  const account = round.accounts.get(seat)
  if (account) round.accounts.set(seat, { ...postToAccount(account, postings), wipedAtTick: tick })
}

function keepReceipt(round: Round, { seat, id, digest, answer }: CommandAnswered): void {
  const key = receiptKey(seat, id.client)
  const kept = round.receipts.get(key)?.kept ?? []
  const receipts = [...kept, { n: id.n, digest, answer }].slice(-RECEIPTS_MAX)
  round.receipts.set(key, { last: id.n, kept: receipts })
}
