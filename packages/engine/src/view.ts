import { canonical } from './canonical.ts'
import type { AccountWiped, RoundEvent, SeatLiquidated, StandingsPublished } from './event.ts'
import type { Shock } from './market/shock.ts'
import type { MarketMoved, MarketShocked } from './market-event.ts'
import type { SeatId } from './number/ids.ts'
import type { RoundConfig } from './round/config.ts'
import type { Round } from './state.ts'

/** Who hears of an event: one seat, or all. */
export function audience(event: RoundEvent): SeatId | 'all' {
  if (isPublic(event)) return 'all'
  return 'seat' in event && typeof event.seat === 'string' ? event.seat : 'all'
}

const PUBLIC: ReadonlySet<RoundEvent['type']> = new Set([
  'seat.joined',
  'round.started',
  'market.moved',
  'market.shocked',
  'news.published',
  'seat.liquidated',
  'account.wiped',
  'standings.published',
  'cascade.gauged',
  'round.ended',
])

const isPublic = (event: RoundEvent): boolean => PUBLIC.has(event.type)

/**
 * What one seat may know of a round; null for somebody who only watches. Folding what it sees gives the same.
 */
export function view(round: Round, seat: SeatId | null): Round {
  const account = seat ? round.accounts.get(seat) : undefined
  const receipts = [...round.receipts].filter(([key]) => seat && key.startsWith(`${seat}/`))
  return {
    ...round,
    marks: new Map(round.marks),
    impacts: new Map(round.impacts),
    seats: new Map(round.seats),
    accounts: new Map(account && seat ? [[seat, account]] : []),
    receipts: new Map(receipts),
    standings: round.phase === 'ended' ? round.standings : visibleRows(round.standings, seat, round.config),
    shocks: round.shocks.map(withoutPlan),
    books: null,
    secret: null,
    fingerprint: null,
  }
}

/** An event as one seat may know it; null when it is not for this seat. */
export function viewEvent(event: RoundEvent, seat: SeatId | null, config: RoundConfig): RoundEvent | null {
  const heardBy = audience(event)
  if (heardBy !== 'all') return heardBy === seat ? event : null
  const show = shown[event.type]
  return show ? show(event as never, seat, config) : event
}

type Shown = {
  readonly [Type in RoundEvent['type']]?: (
    event: Extract<RoundEvent, { type: Type }>,
    seat: SeatId | null,
    config: RoundConfig,
  ) => RoundEvent | null
}

/** Public events of which a part is not for everyone. */
const shown: Shown = {
  'market.moved': (event: MarketMoved) => ({
    ...event,
    feed: null,
    ...(event.paths === undefined ? {} : { paths: null }),
  }),
  'market.shocked': (event: MarketShocked) => withoutPlan(event),
  'account.wiped': (event: AccountWiped, seat) => (event.seat === seat ? event : { ...event, postings: [] }),
  'seat.liquidated': (event: SeatLiquidated, seat, config) =>
    config.ranksVisible === 'live' || event.seat === seat ? event : null,
  'standings.published': (event: StandingsPublished, seat, config) => {
    if (event.final || config.ranksVisible === 'live') return event
    const rows = visibleRows(event.rows, seat, config)
    return rows.length > 0 ? { ...event, rows } : null
  },
}

/** An event as everyone may know it, so that it can be encoded once for all; null when nobody hears of it. */
export const publicEvent = (event: RoundEvent, config: RoundConfig): RoundEvent | null =>
  viewEvent(event, null, config)

/** What one seat hears of an event beyond what everyone hears; null when there is nothing more. */
export function privateEvent(event: RoundEvent, seat: SeatId, config: RoundConfig): RoundEvent | null {
  const isOwn = 'seat' in event && event.seat === seat
  if (isPublic(event) && !isOwn && event.type !== 'standings.published') return null
  const own = viewEvent(event, seat, config)
  return own !== null && canonical(own) !== canonical(publicEvent(event, config)) ? own : null
}

/** That the market was pushed is for everyone, where to is for nobody. */
const withoutPlan = <T extends Shock>(shock: T): T => ({ ...shock, plan: null })

const visibleRows = (rows: StandingsPublished['rows'], seat: SeatId | null, config: RoundConfig) =>
  config.ranksVisible === 'live' ? rows : rows.filter((row) => row.seat === seat)
