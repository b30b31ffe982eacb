import type { InstrumentId, SeatId } from '@cascade/engine'
import type { Moment, MomentBody } from './moment.ts'
import { eventsOf, lastOfTicks, type ReadFrame, type Reading, shown } from './reading.ts'
import { momentOf } from './telling.ts'

/** Marks of one instrument, one per entry of the timeline's `ticks`. */
export interface MarksSeries {
  readonly instrument: InstrumentId
  readonly priceIncrement: number
  readonly marks: readonly number[]
  /** What was traded in the tick, in units of the instrument; zeros where prices were written. */
  readonly volumes: readonly number[]
  /**
   * What was sold by force in each tick, units of the usual depth; negative where it was bought. Null where
   * trades do not move prices.
   */
  readonly forced: readonly number[] | null
}

/** A moment that is worth stopping at. */
export interface Milestone {
  readonly tick: number
  readonly kind:
    | 'started'
    | 'shocked'
    | 'news'
    | 'first_liquidation'
    | 'first_deleveraging'
    | 'worst_tick'
    | 'first_wipe'
    | 'ended'
  /** Whose moment it is, when it is somebody's. */
  readonly seat: SeatId | null
  /** How many positions were liquidated in this tick. */
  readonly liquidations: number
}

/** A round as it went, for charts and for reading. */
export interface Timeline {
  readonly ticks: readonly number[]
  readonly series: readonly MarksSeries[]
  readonly moments: readonly Moment[]
  readonly milestones: readonly Milestone[]
  /** Wall-clock length of a tick, milliseconds. */
  readonly tickMs: number
  readonly marketMinutesPerTick: number
}

/** Tells a round in the order of its ticks. */
export function timeline(reading: Reading): Timeline {
  const points = lastOfTicks(reading.frames).flatMap((index) => reading.frames[index] ?? [])
  const moments = reading.frames.flatMap(momentsOfFrame)
  const volumes = points.map(volumesOfFrame)
  return {
    ticks: points.map((frame) => frame.tick),
    series: reading.config.instruments.map(({ id, priceIncrement }, index) => ({
      instrument: id,
      priceIncrement: shown(priceIncrement),
      marks: points.map((frame) => frame.marks.get(id)?.toNumber() ?? 0),
      volumes: volumes.map((ofTick) => ofTick[index] ?? 0),
      forced: reading.config.market.impact ? points.map((frame) => soldIn(frame, index)) : null,
    })),
    moments,
    milestones: milestonesOf(moments),
    tickMs: reading.config.clock.tickMs,
    marketMinutesPerTick: reading.config.clock.marketMinutesPerTick,
  }
}

const volumesOfFrame = (frame: ReadFrame): readonly number[] =>
  eventsOf(frame).find((event) => event.type === 'market.moved')?.volumes ?? []

/** What was sold by force of one instrument, named by its place in the configuration. */
function soldIn(frame: ReadFrame, instrument: number): number {
  const moved = eventsOf(frame).find((event) => event.type === 'market.moved')
  return moved?.impacts?.[instrument]?.sold ?? 0
}

/** The moments of a frame: commands met the marks of the tick before, the clock's own events those after. */
export function momentsOfFrame(frame: ReadFrame): readonly Moment[] {
  const moments: Moment[] = []
  for (const event of eventsOf(frame)) {
    const body: MomentBody | null = momentOf(event)
    if (!body) continue
    moments.push({ ...body, tick: 'tick' in event ? event.tick : frame.from })
  }
  return moments
}

function milestonesOf(moments: readonly Moment[]): readonly Milestone[] {
  const perTick = liquidationsPerTick(moments)
  const at = (tick: number) => perTick.get(tick) ?? 0
  const first = (kind: Moment['kind'], as: Milestone['kind']): Milestone[] => {
    const moment = moments.find((each) => each.kind === kind)
    if (!moment) return []
    const seat = 'seat' in moment ? moment.seat : null
    return [{ tick: moment.tick, kind: as, seat, liquidations: at(moment.tick) }]
  }
  const every = (kind: 'shocked' | 'news'): Milestone[] =>
    moments
      .filter((moment) => moment.kind === kind)
      .map(({ tick }) => ({ tick, kind, seat: null, liquidations: at(tick) }))
  const worst = [...perTick].reduce<[number, number] | null>(
    (most, entry) => (most === null || entry[1] > most[1] ? entry : most),
    null,
  )
  const worstTick: Milestone[] =
    worst === null || worst[1] < 2
      ? []
      : [{ tick: worst[0], kind: 'worst_tick', seat: null, liquidations: worst[1] }]
  return [
    ...first('started', 'started'),
    ...every('news'),
    ...every('shocked'),
    ...first('liquidated', 'first_liquidation'),
    ...first('deleveraged', 'first_deleveraging'),
    ...first('wiped', 'first_wipe'),
    ...worstTick,
    ...first('ended', 'ended'),
  ].sort((a, b) => a.tick - b.tick)
}

/** A position that is cut down twice in a tick is liquidated once. */
function liquidationsPerTick(moments: readonly Moment[]): ReadonlyMap<number, number> {
  const names = new Set<string>()
  const perTick = new Map<number, number>()
  for (const moment of moments) {
    if (moment.kind !== 'liquidated') continue
    const name = `${moment.tick} ${moment.seat} ${moment.instrument}`
    if (!names.has(name)) perTick.set(moment.tick, (perTick.get(moment.tick) ?? 0) + 1)
    names.add(name)
  }
  return perTick
}
