import {
  instrumentId,
  openRound,
  type Round,
  roundId,
  type Shock,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { expect, test } from 'vitest'
import { flagsOf } from './flags.ts'

const BTC = instrumentId('BTC')
const ETH = instrumentId('ETH')
const shock = (tick: number, instrument: Shock['instrument'] = null): Shock => ({
  tick,
  instrument,
  plan: null,
})

const round: Round = {
  ...openRound(standardConfig({ id: roundId('r1') }), seedFromText('flags')),
  news: [{ tick: 9, headline: 'Calm' }],
  shocks: [shock(2, ETH), shock(9), shock(12), shock(12, BTC)],
}

test.each([
  [BTC, ['9 news', '12 shocked']],
  [ETH, ['2 shocked', '9 news', '12 shocked']],
])('the chart of %s is flagged where it was reached, once a tick', (instrument, flags) => {
  expect(flagsOf(round, instrument).map(({ tick, kind }) => `${tick} ${kind}`)).toEqual(flags)
})
