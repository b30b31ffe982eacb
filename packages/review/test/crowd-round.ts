import { seedFromText } from '@cascade/engine'
import { CHARACTERS, Crowd, planSeats } from '@cascade/players'
import type { RoundRecord } from '../src/record.ts'
import { Recorder } from './recorder.ts'

/** A round of a stormy market among one automatic player of every character. */
export function crowdRound(seed: string, ticks = 240): RoundRecord {
  const recorder = new Recorder(seed, { ticks, scenario: 'flash', volatility: 2 })
  const crowd = new Crowd(seedFromText(seed))
  const opponents = CHARACTERS.map(({ id }) => ({ character: id, count: 1 }))
  for (const join of planSeats({ opponents, seed: seedFromText(seed), first: 1, names: [] }))
    recorder.do(join)
  recorder.frame()
  recorder.do({ type: 'round.start' })
  recorder.frame()
  while (recorder.round.phase === 'running') {
    for (const command of crowd.commands(recorder.round)) recorder.do(command)
    recorder.tick()
  }
  return recorder.record()
}
