import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { Price } from '../../number/units.ts'
import { type GhostMoves, type Ghosts, ghostMoves, liquidatedShare, movedGhosts } from './ghosts.ts'
import { displacementOf, type Impact, priceFactor, rested, traded } from './impact.ts'
import { liveDepth } from './live-depth.ts'
import type { ImpactRule } from './rule.ts'

/** What moves the price of one instrument beside its feed, as everybody may know it. */
export interface InstrumentImpact {
  /** The mark as it would be if nobody had ever traded, simulated dollars per unit. */
  readonly base: Price
  readonly impact: Impact
  /** Within which every price stays for now, simulated dollars per unit. */
  readonly low: Price
  readonly high: Price
  /** Sold by force in this tick, units of the usual depth; negative where it was bought. */
  readonly sold: number
  /**
   * Taken over and still to be sold by force, units of the usual depth; negative where it is to be bought.
   */
  readonly waiting: number
  readonly ghosts: GhostMoves
}

/** A price and what it remembers of its last minutes. */
export interface ImpactPath {
  readonly impact: Impact
  /** Change of the logarithm of the price over about five minutes. */
  readonly recent: number
  /** The price that the next change is measured from, simulated dollars per unit. */
  readonly from: number
}

/** What nobody may see of it before the bell. */
export interface ImpactSecret {
  readonly live: Omit<ImpactPath, 'impact'>
  /** The price as if nothing had ever been liquidated. */
  readonly calm: ImpactPath
}

/** Everything that is known of how trades move one instrument. */
export interface ImpactBook {
  /** With every trade so far, those that the mark does not show yet too. */
  readonly live: ImpactPath
  readonly calm: ImpactPath
  readonly waiting: number
  readonly ghosts: Ghosts
}

/** A tick of the feed, as one instrument's book meets it. */
export interface ImpactTick {
  readonly base: Price
  /** Share of the usual depth that the scenario leaves. */
  readonly depth: number
  /** Market minutes since the opening, and those of this tick. */
  readonly minute: number
  readonly minutes: number
}

/** What does not change about an instrument while the round runs. */
export interface ImpactSetting {
  readonly rule: ImpactRule
  /** Usual volatility of five minutes. */
  readonly sigma: number
  /** Ghost interest of one side, units of the usual depth. */
  readonly interest: number
  /** How far the price may be from the calm one, a share of that. */
  readonly band: number
  /** Rounds to the price increment: to the nearest, and never to nothing. */
  readonly toPrice: (raw: number) => Price
}

/** A book after a tick, the mark, and what is told of it. */
export interface ImpactStep {
  readonly mark: Price
  readonly told: InstrumentImpact
  readonly secret: ImpactSecret
}

/** Minutes after which two thirds of a move are forgotten. */
const MOVE_MINUTES = 5

/**
 * Moves a book on by one tick: the depth answers to the last minutes, pressure rests, what waits is sold by
 * force as far as the throttle allows, and the ghosts meet the mark that comes of it. docs/rules/impact.md
 * IMP-004 to 008.
 */
export function stepImpact(book: ImpactBook, tick: ImpactTick, setting: ImpactSetting): ImpactStep {
  const { band, toPrice } = setting
  const base = tick.base.toNumber()
  const calm = settled(book.calm, tick, setting)
  const calmPrice = base * priceFactor(displacementOf(calm.impact))
  const rests = settled(book.live, tick, setting)
  const sold = soldNow({ book, rests, tick, setting, calmPrice })
  const { impact } = traded(rests.impact, -sold)
  const low = toPrice(calmPrice * (1 - band))
  const high = toPrice(calmPrice * (1 + band))
  const mark = within(toPrice(base * priceFactor(displacementOf(impact))), { low, high })
  const at = { mark: mark.toNumber(), minute: tick.minute, minutes: tick.minutes }
  const ghosts = ghostMoves(book.ghosts, at)
  const waiting = book.waiting - sold + liquidatedShare(ghosts) * setting.interest
  return {
    mark,
    told: { base: tick.base, impact, low, high, sold, waiting, ghosts },
    secret: { live: { recent: rests.recent, from: rests.from }, calm },
  }
}

/** The book after a step, from what was told of it. */
export const steppedBook = (book: ImpactBook, { mark, told, secret }: ImpactStep): ImpactBook => ({
  live: { ...secret.live, impact: told.impact },
  calm: secret.calm,
  waiting: told.waiting,
  ghosts: movedGhosts(book.ghosts, told.ghosts, mark.toNumber()),
})

/** A price held between two others. */
export function within(price: Price, { low, high }: { low: Price; high: Price }): Price {
  if (price.lt(low)) return low
  return price.gt(high) ? high : price
}

/** A path after its depth has answered to the last minutes and its pressure has rested. */
function settled(path: ImpactPath, { base, depth, minutes }: ImpactTick, setting: ImpactSetting): ImpactPath {
  const from = base.toNumber() * priceFactor(displacementOf(path.impact))
  const recent = path.recent * exp(-minutes / MOVE_MINUTES) + ln(from / path.from)
  const live = liveDepth(path.impact.depth, {
    sigmas: Math.abs(recent) / setting.sigma,
    minutes,
    scenario: depth,
    least: setting.rule.leastDepth,
  })
  return { impact: rested(path.impact, { minutes, depth: live }), recent, from }
}

interface Selling {
  readonly book: ImpactBook
  readonly rests: ImpactPath
  readonly tick: ImpactTick
  readonly setting: ImpactSetting
  readonly calmPrice: number
}

/** What waits, no faster than the throttle, and nothing that would push the price further out of its band. */
function soldNow({ book, rests, tick, setting, calmPrice }: Selling): number {
  const most = setting.rule.throttle * rests.impact.depth * tick.minutes
  const sold = Math.max(-most, Math.min(most, book.waiting))
  const away = rests.from / calmPrice - 1
  const isHeld = Math.abs(away) >= setting.band && away * sold < 0
  return isHeld ? 0 : sold
}
