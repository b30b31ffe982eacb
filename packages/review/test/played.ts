import { type Command, type ImpactLevelId, type MarginMode, type PresetId, rate } from '@cascade/engine'
import type { Reading } from '../src/reading.ts'
import { readRound } from '../src/reading.ts'
import type { Reviewed, RoundRecord } from '../src/record.ts'
import { dice, meddle } from './random-trader.ts'
import { Recorder } from './recorder.ts'

/** The value of a review that is expected to succeed. */
export function toldBy<T>(reviewed: Reviewed<T>): T {
  if (!reviewed.ok) throw new Error(`not told: ${JSON.stringify(reviewed.problem)}`)
  return reviewed.value
}

/** What differs from one careless round to another. */
interface Care {
  readonly defaultMode?: MarginMode
  readonly preset?: PresetId
  /** Whether the host shakes the market now and then. */
  readonly shaken?: boolean
  readonly impact?: ImpactLevelId
}

/** A round in which two seats do random things for 160 ticks of a wild market. */
export function carelessRound(seed: number, { shaken = false, ...care }: Care = {}): RoundRecord {
  const recorder = new Recorder(`careless ${seed}`, {
    ticks: 160,
    scenario: 'wild',
    volatility: 3,
    ...care,
  })
  const seats = [recorder.sit('ann'), recorder.sit('ben')]
  recorder.frame()
  recorder.do({ type: 'round.start' })
  const roll = dice(seed)
  while (recorder.round.phase === 'running') {
    for (const seat of seats) if (roll(4) === 0) meddle(recorder, seat, roll)
    if (shaken && recorder.round.tick % 40 === 20) recorder.do(newsOf(recorder.round.tick))
    recorder.tick()
  }
  return recorder.record()
}

/** A fall of the whole market, every other time one that is not given back. */
const newsOf = (tick: number): Command => ({
  type: 'news.publish',
  headline: 'Rumours of a hack',
  shock: {
    instrument: null,
    move: rate('-0.1'),
    minutes: 30,
    givenBack: tick % 80 === 20 ? 'none' : 'most',
  },
})

/** A careless round, read. */
export const carelessReading = (seed: number, care?: Care): Reading =>
  toldBy(readRound(carelessRound(seed, care)))
