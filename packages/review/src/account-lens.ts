import {
  type Account,
  type BucketRisk,
  type InstrumentId,
  type MarginMode,
  type Market,
  type Risk,
  riskOf,
  type SeatId,
  unrealizedPnl,
} from '@cascade/engine'
import { type Cascade, cascades } from './cascades.ts'
import { type PositionStory, positionStories } from './position-story.ts'
import { type AccountPoint, accountPoints, type Reading, shown } from './reading.ts'
import { type Reviewed, told, untold } from './record.ts'
import { momentsOfFrame } from './timeline.ts'

/** One position as a tank: how much is left above the line at which its bucket is liquidated. */
export interface TankPoint {
  readonly instrument: InstrumentId
  readonly long: boolean
  readonly marginMode: MarginMode
  /** 1 as opened, 0 where its bucket is liquidated. */
  readonly buffer: number
  /** Equity of its bucket: its own when isolated, the shared one when cross. */
  readonly equity: number
  /** What must stay in its bucket. */
  readonly requirement: number
  readonly unrealizedPnl: number
  readonly notional: number
}

/** An account at one tick, in plain numbers. Money in simulated dollars. */
export interface LensPoint {
  readonly equity: number
  readonly cash: number
  readonly freeMargin: number
  /** Everything held over what it is worth: notional over equity; 0 with nothing held or left. */
  readonly leverage: number
  /** The shared bucket; null while nothing is held in cross mode. */
  readonly cross: { readonly equity: number; readonly requirement: number; readonly buffer: number } | null
  readonly tanks: readonly TankPoint[]
}

/** What became of one account. */
export interface AccountLens {
  readonly seat: SeatId
  readonly ticks: readonly number[]
  readonly points: readonly LensPoint[]
  readonly positions: readonly PositionStory[]
  readonly liquidations: readonly Cascade[]
  readonly wipedAtTick: number | null
  readonly startingCash: number
  /** Largest fall from a peak of equity, as a share of the peak. */
  readonly worstDip: number
  readonly feesPaid: number
  /** What holding positions cost; negative what it brought. Simulated dollars. */
  readonly fundingPaid: number
  /** Its part of losses that nobody else could pay, simulated dollars. */
  readonly lossesBorne: number
}

/** Looks at a round through one account. */
export function accountLens(reading: Reading, seat: SeatId): Reviewed<AccountLens> {
  const series = accountPoints(reading, seat)
  const last = series.at(-1)
  if (!last) return untold({ kind: 'seat_unknown' })
  const points = series.map((point) => lensPoint(reading.config, point))
  const positions = positionStories(reading, seat)
  return told({
    seat,
    ticks: series.map(({ tick }) => tick),
    points,
    positions,
    liquidations: cascades(reading).filter((cascade) => cascade.seat === seat),
    wipedAtTick: last.account.wipedAtTick,
    startingCash: shown(reading.config.startingCash),
    worstDip: worstDip(points.map(({ equity }) => equity)),
    feesPaid: shown(last.account.feesPaid),
    fundingPaid: positions.reduce((sum, { funding }) => sum + funding, 0),
    lossesBorne: lossesBorne(reading, seat),
  })
}

const lossesBorne = (reading: Reading, seat: SeatId): number =>
  reading.frames
    .flatMap(momentsOfFrame)
    .reduce((sum, each) => sum + (each.kind === 'socialised' && each.seat === seat ? each.amount : 0), 0)

/** Largest fall from a peak, as a share of the peak. */
export function worstDip(equity: readonly number[]): number {
  let peak = 0
  let worst = 0
  for (const value of equity) {
    peak = Math.max(peak, value)
    if (peak > 0) worst = Math.max(worst, (peak - value) / peak)
  }
  return worst
}

/** How an account stands at one tick, in plain numbers. */
export function lensPoint(config: Market['config'], { account, marks }: AccountPoint): LensPoint {
  const market: Market = { marks, config }
  const risk = riskOf(market, account)
  const held = [...account.positions.values()]
  const equity = shown(risk.equity)
  const notional = [risk.cross, ...risk.isolated.values()].reduce(
    (sum, bucket) => sum + shown(bucket.notional),
    0,
  )
  return {
    equity,
    cash: shown(account.cash),
    freeMargin: shown(risk.freeMargin),
    leverage: equity > 0 ? notional / equity : 0,
    cross: held.some(({ marginMode }) => marginMode === 'cross') ? bucketPoint(risk.cross) : null,
    tanks: tanksOf(market, account, risk),
  }
}

const bucketPoint = ({ equity, requirement, buffer }: BucketRisk) => ({
  equity: shown(equity),
  requirement: shown(requirement),
  buffer,
})

const tanksOf = (market: Market, account: Account, risk: Risk): readonly TankPoint[] =>
  [...account.positions.values()].flatMap((position) => {
    const mark = market.marks.get(position.instrument)
    const bucket = position.marginMode === 'cross' ? risk.cross : risk.isolated.get(position.instrument)
    if (!mark || !bucket) return []
    return {
      instrument: position.instrument,
      long: position.size.isPositive(),
      marginMode: position.marginMode,
      buffer: bucket.buffer,
      equity: shown(bucket.equity),
      requirement: shown(bucket.requirement),
      unrealizedPnl: shown(unrealizedPnl(position, mark)),
      notional: shown(position.size.times(mark).abs()),
    }
  })
