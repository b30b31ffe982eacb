import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Account,
  type Command,
  canonical,
  checkOrder,
  evolve,
  execute,
  isolatedEquity,
  markOf,
  type Outcome,
  openRound,
  previewOrder,
  privateEvent,
  publicEvent,
  type Round,
  type RoundEvent,
  replay,
  seatId,
  seedFromText,
  view,
  viewEvent,
} from '../../src/index.ts'
import { acts, play, wildConfig } from './play.ts'

const seeds = fc.string({ minLength: 1, maxLength: 8 })
/** A law that fails is shrunk for a while, not for ever. */
const runs = { numRuns: 60, interruptAfterTimeLimit: 30_000 }
const s1 = seatId('s1')

/** A round as text, without the secrets that a view lacks. */
const text = (round: Round): string => canonical(round)

describe('laws of the engine', { timeout: 60_000 }, () => {
  test('RND-008 replay = live = fold', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const folded = openRound(wildConfig(), seedFromText(seed))
        const { round, commands } = play(script, {
          seed,
          watch: (_command, { events }) => {
            for (const event of events) evolve(folded, event)
          },
        })
        expect(text(folded)).toBe(text(round))
        const frames = [{ tick: 1, commands, fingerprint: round.fingerprint ?? '' }]
        for (const step of replay({ config: wildConfig(), seed: seedFromText(seed) }, frames)) {
          expect(step.matches).toBe(true)
          expect(text(step.round)).toBe(text(round))
        }
      }),
      runs,
    )
  })

  test.each(['live', 'bell'] as const)(
    'RND-010 with ranks %s, folding what a seat may see = seeing what was folded',
    (ranks) => {
      fc.assert(
        fc.property(acts, seeds, fc.constantFrom(s1, seatId('s2'), null), (script, seed, seat) => {
          const round = openRound(wildConfig(ranks), seedFromText(seed))
          const seen = view(round, seat)
          const watch = (_command: Command, { events }: Outcome) => {
            for (const event of events) {
              const shown = viewEvent(event, seat, round.config)
              if (shown) evolve(seen, shown)
            }
            expect(text(seen)).toBe(text(view(round, seat)))
          }
          play(script, { seed, round, watch })
          watch({ type: 'round.end' }, execute(round, { type: 'round.end' }))
        }),
        { ...runs, numRuns: 30 },
      )
    },
  )

  test('RND-010 the private part first and the public part after give the same view', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const round = openRound(wildConfig('bell'), seedFromText(seed))
        const seen = view(round, s1)
        const watch = (_command: Command, { events }: Outcome) => {
          const own = events.map((event) => privateEvent(event, s1, round.config))
          const all = events.map((event) => publicEvent(event, round.config))
          for (const event of [...own, ...all]) if (event) evolve(seen, event)
          expect(text(seen)).toBe(text(view(round, s1)))
        }
        play(script, { seed, round, watch })
        watch({ type: 'round.end' }, execute(round, { type: 'round.end' }))
      }),
      { ...runs, numRuns: 30 },
    )
  })

  test('RND-009 nothing a seat hears names the secret or another account', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const heard: RoundEvent[] = []
        const { round } = play(script, {
          seed,
          watch: (_command, { events }, { config }) => {
            for (const event of events)
              heard.push(...[viewEvent(event, s1, config)].filter((one) => one !== null))
          },
        })
        const said = canonical(heard)
        expect(said).not.toContain(round.secret?.seed)
        for (const event of heard) {
          if ('postings' in event) {
            for (const { from, to } of event.postings) {
              for (const pocket of [from, to]) if ('seat' in pocket) expect(pocket.seat).toBe(s1)
            }
          }
          if (event.type === 'market.moved') expect(event.feed).toBeNull()
          if (event.type === 'market.shocked') expect(event.plan).toBeNull()
        }
      }),
      runs,
    )
  })

  test('LIQ-002 an isolated liquidation leaves everything else of the account as it was', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const shadow = openRound(wildConfig(), seedFromText(seed))
        play(script, {
          seed,
          watch: (_command, { events }) => {
            for (const event of events) {
              const before =
                'seat' in event && typeof event.seat === 'string'
                  ? shadow.accounts.get(event.seat)
                  : undefined
              evolve(shadow, event)
              if (event.type !== 'position.liquidated' || event.marginMode !== 'isolated' || !before) continue
              const after = shadow.accounts.get(event.seat)
              const rest = (account: Account | undefined) =>
                canonical([
                  account?.cash,
                  [...(account?.positions ?? [])].filter(([id]) => id !== event.instrument),
                ])
              expect(rest(after)).toBe(rest(before))
            }
          },
        })
      }),
      runs,
    )
  })

  test('MAR-010 an isolated position never costs more than the margin given to it', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        play(script, {
          seed,
          watch: (command, { events }, round) => {
            if (command.type !== 'clock.advance') return
            for (const event of events) {
              if (event.type !== 'position.liquidated' || event.marginMode !== 'isolated') continue
              const cashMoves = event.postings.filter(
                ({ from, to }) => from.kind === 'cash' || to.kind === 'cash',
              )
              expect(cashMoves).toEqual([])
            }
            for (const account of round.accounts.values()) {
              for (const position of account.positions.values()) {
                if (position.marginMode !== 'isolated') continue
                expect(isolatedEquity(position, markOf(round, position.instrument)).gte(0)).toBe(true)
              }
            }
          },
        })
      }),
      runs,
    )
  })

  test('ORD-013 preview = deed: what the ticket shows is what the order does', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const { round, commands } = play(script, { seed })
        for (const command of commands) {
          if (command.type !== 'order.place') continue
          const seen = view(round, command.seat)
          const preview = previewOrder(seen, command.seat, command.order)
          expect(checkOrder(seen, command.seat, command.order)).toEqual(preview.rejection)
          const outcome = execute(round, command)
          expect(outcome.status).toBe(preview.rejection ? 'rejected' : 'accepted')
          if (outcome.status === 'rejected') expect(outcome.rejection).toEqual(preview.rejection)
          if (!preview.fillsNow || outcome.status !== 'accepted') continue
          const account = round.accounts.get(command.seat)
          const position = account?.positions.get(command.order.instrument) ?? null
          expect(canonical(position)).toBe(canonical(preview.after))
          const filled = outcome.events.find((event) => event.type === 'order.filled')
          expect(filled && canonical([filled.fee, filled.price])).toBe(
            canonical([preview.fee, preview.price]),
          )
        }
      }),
      { ...runs, numRuns: 40 },
    )
  })

  test('ORD-008 reducing is never refused', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const { round } = play(script, { seed })
        for (const account of [...round.accounts.values()]) {
          for (const position of account.positions.values()) {
            const order = {
              instrument: position.instrument,
              side: position.size.isNegative() ? ('buy' as const) : ('sell' as const),
              type: 'market' as const,
              quantity: position.size.abs() as never,
              limitPrice: null,
              triggerPrice: null,
              reduceOnly: false,
            }
            expect(checkOrder(round, account.seat, order)).toBeNull()
          }
        }
      }),
      runs,
    )
  })
})
