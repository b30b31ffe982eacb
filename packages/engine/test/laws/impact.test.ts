import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonical,
  evolve,
  execute,
  type Order,
  type Outcome,
  openRound,
  previewOrder,
  privateEvent,
  publicEvent,
  type Round,
  replay,
  seatId,
  seedFromText,
  view,
  viewEvent,
} from '../../src/index.ts'
import { acts, play, wildConfig } from './play.ts'

const seeds = fc.string({ minLength: 1, maxLength: 8 })
const runs = { numRuns: 8, interruptAfterTimeLimit: 30_000 }
const s1 = seatId('s1')

const standard = wildConfig('bell')
/** A wild market in which what three players do is felt, and ghosts are many. */
const config = {
  ...standard,
  standingsEvery: 3,
  market: {
    ...standard.market,
    volatility: 3,
    impact: { crowd: 1000, openInterest: 0.8, throttle: 1, leastDepth: 0.05 },
  },
}
const opened = (seed: string): Round => openRound(config, seedFromText(seed))

describe('laws of a market that trades move', { timeout: 60_000 }, () => {
  test('RND-008 replay = live = fold, prices that trades moved and all', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const folded = opened(seed)
        const { round, commands } = play(script, {
          seed,
          round: opened(seed),
          watch: (_command, { events }) => {
            for (const event of events) evolve(folded, event)
          },
        })
        expect(canonical(folded)).toBe(canonical(round))
        const frames = [{ tick: 1, commands, fingerprint: round.fingerprint ?? '' }]
        for (const step of replay({ config, seed: seedFromText(seed) }, frames)) {
          expect(step.matches).toBe(true)
        }
      }),
      runs,
    )
  })

  test('RND-010 folding what a seat may see gives what it may see, whichever way it is told', () => {
    fc.assert(
      fc.property(acts, seeds, fc.constantFrom(s1, null), (script, seed, seat) => {
        const round = opened(seed)
        const seen = view(round, seat)
        const parts = view(round, s1)
        const watch = (_command: unknown, { events }: Pick<Outcome, 'events'>) => {
          for (const event of events) {
            const shown = viewEvent(event, seat, round.config)
            if (shown) evolve(seen, shown)
          }
          const own = events.map((event) => privateEvent(event, s1, round.config))
          const all = events.map((event) => publicEvent(event, round.config))
          for (const event of [...own, ...all]) if (event) evolve(parts, event)
          expect(canonical(seen)).toBe(canonical(view(round, seat)))
        }
        play(script, { seed, round, watch })
        watch({}, execute(round, { type: 'round.end' }))
        expect(canonical(parts)).toBe(canonical(view(round, s1)))
      }),
      runs,
    )
  })

  test('IMP-012 nothing that a seat hears says what would have been without liquidations', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        play(script, {
          seed,
          round: opened(seed),
          watch: (_command, { events }, round) => {
            for (const event of events) {
              const shown = viewEvent(event, s1, round.config)
              if (shown?.type === 'market.moved') expect([shown.feed, shown.paths]).toEqual([null, null])
            }
          },
        })
      }),
      runs,
    )
  })

  test('IMP-003 IMP-005 IMP-011 no fill is worse than its limit, and nothing leaves the band', () => {
    let fills = 0
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const orders = new Map<string, Order>()
        play(script, {
          seed,
          round: opened(seed),
          watch: (_command, { events }, { marks, impacts }) => {
            for (const event of events) {
              if (event.type === 'order.placed') orders.set(event.order.id, event.order)
              if (event.type !== 'order.filled') continue
              fills += 1
              const mark = marks.get(event.instrument)
              const told = impacts.get(event.instrument)
              const limit = orders.get(event.order)?.limitPrice
              if (!mark || !told) throw new Error('an instrument has its mark and its impact')
              const buys = event.side === 'buy'
              if (limit) expect(buys ? event.price.lte(limit) : event.price.gte(limit)).toBe(true)
              else {
                expect(event.price.gte(told.low) && event.price.lte(told.high)).toBe(true)
              }
              expect(mark.gte(told.low) && mark.lte(told.high)).toBe(true)
            }
          },
        })
      }),
      runs,
    )
    expect(fills).toBeGreaterThan(20)
  })

  test('ORD-013 the ticket of whoever trades first after a mark shows what the order does', () => {
    let compared = 0
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const round = opened(seed)
        const { commands } = play(script, { seed, round: opened(seed) })
        let traded = false
        for (const command of commands) {
          const isFirst = command.type === 'order.place' && !traded && round.accounts.has(command.seat)
          const shown = isFirst ? previewOrder(view(round, command.seat), command.seat, command.order) : null
          const { events } = execute(round, command)
          const fill = events.find((event) => event.type === 'order.filled')
          // What waited fills after the mark of its own tick, so that it too has traded since.
          if (command.type === 'clock.advance') traded = Boolean(fill)
          else if (fill) traded = true
          if (!shown?.fillsNow || fill?.type !== 'order.filled') continue
          compared += 1
          expect([fill.price.toFixed(), fill.fee.toFixed()]).toEqual([
            shown.price.toFixed(),
            shown.fee.toFixed(),
          ])
        }
      }),
      runs,
    )
    expect(compared).toBeGreaterThan(3)
  })
})
