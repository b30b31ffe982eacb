import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acts, play, wildConfig } from '../../test/laws/play.ts'
import { regimes } from '../../test/laws/regimes.ts'
import { Scripted } from '../../test/scripted.ts'
import { instrumentId, money, openRound, price, type Round, seedFromText } from '../index.ts'
import { isInTrouble } from './bucket.ts'
import { couldBeInTrouble, openWatch } from './watch.ts'

/** The round with every mark multiplied: where a crash would have brought it. */
const shaken = (round: Round, factor: number) => ({
  config: round.config,
  marks: new Map([...round.marks].map(([id, mark]) => [id, price(mark.times(factor))])),
})

test.each(regimes)(
  'LIQ-001 the watch misses no account that the exact look finds, at any marks: $name',
  {
    timeout: 60_000,
  },
  ({ rules }) => {
    let found = 0
    fc.assert(
      fc.property(
        acts,
        fc.string({ minLength: 1 }),
        fc.integer({ min: 20, max: 180 }),
        (script, seed, percent) => {
          const opened = openRound(wildConfig('live', rules), seedFromText(seed))
          const { round } = play(script, { seed, round: opened })
          const market = shaken(round, percent / 100)
          const watch = openWatch(market)
          for (const account of round.accounts.values()) {
            if (!isInTrouble(market, account)) continue
            found += 1
            expect(couldBeInTrouble(watch, account)).toBe(true)
          }
        },
      ),
      { numRuns: 15 },
    )
    expect(found).toBeGreaterThan(0)
  },
)

test('LIQ-001 a tie is named for the exact look, a cent above it is not', () => {
  const s = new Scripted({ mode: 'isolated', leverage: 10 })
  s.order('buy 10 A')
  const instrument = instrumentId('A')
  s.send({ type: 'margin.transfer', seat: s.seat, id: null, instrument, amount: money('4.5') })
  const at = (mark: string) => ({
    config: s.round.config,
    marks: new Map(s.round.marks).set(instrument, price(mark)),
  })
  expect(couldBeInTrouble(openWatch(at('90')), s.account())).toBe(true)
  expect(isInTrouble(at('90'), s.account())).toBe(false)
  expect(couldBeInTrouble(openWatch(at('90.01')), s.account())).toBe(false)
})
