import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  audience,
  type Command,
  canonical,
  evolve,
  execute,
  money,
  openRound,
  privateEvent,
  publicEvent,
  type Round,
  type RoundEvent,
  seatId,
  seedFromText,
  view,
  viewEvent,
} from '../../src/index.ts'
import { type Act, acts, play, wildConfig } from './play.ts'

const seeds = fc.string({ minLength: 1, maxLength: 8 })
const runs = { numRuns: 15, interruptAfterTimeLimit: 20_000 }
const s1 = seatId('s1')
/** The insurance fund is everyone's, so that an empty one tells of others: here it never is. */
const hidden = wildConfig('bell', { insuranceFund: money(1_000_000_000) })

/** What the first seat hears while ranks are hidden, but for the ends of others, which all hear. */
function heardBy(script: readonly Act[], seed: string) {
  const heard: RoundEvent[] = []
  const round = openRound(hidden, seedFromText(seed))
  play(script, {
    seed,
    round,
    watch: (_command, { events }) => {
      for (const event of events) {
        const shown = viewEvent(event, s1, hidden)
        if (shown && !(shown.type === 'account.wiped' && shown.seat !== s1)) heard.push(shown)
      }
    },
  })
  return { heard, round }
}

/** Equity and rank of the own row tell how others stand; everything else must not. */
const withoutRank = (event: RoundEvent) =>
  event.type === 'standings.published'
    ? { ...event, rows: event.rows.map(({ rank: _rank, ...row }) => row) }
    : event

const isOthers = (act: Act) => 'who' in act && act.who !== 0

describe('laws of what a seat may know', { timeout: 60_000 }, () => {
  test('RND-012 with ranks hidden, what others do cannot be told from what a seat hears', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const busy = heardBy(script, seed)
        const alone = heardBy(
          script.filter((act) => !isOthers(act)),
          seed,
        )
        expect(canonical(busy.heard.map(withoutRank))).toBe(canonical(alone.heard.map(withoutRank)))
        expect(canonical(busy.round.accounts.get(s1))).toBe(canonical(alone.round.accounts.get(s1)))
      }),
      runs,
    )
  })

  test('RND-008 prices do not depend on what any player does', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const marks = (some: readonly Act[]) => canonical(heardBy(some, seed).round.marks)
        const ticksAlone = script.filter((act) => act.do === 'tick' || act.do === 'shock')
        expect(marks(script)).toBe(marks(ticksAlone))
      }),
      runs,
    )
  })

  test('RND-009 an event is heard by all, or whole by one seat that sits and by no other', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const watch = (_command: Command, { events }: { events: readonly RoundEvent[] }, round: Round) => {
          for (const event of events) {
            const heard = audience(event)
            if (heard === 'all') continue
            expect(round.seats.has(heard)).toBe(true)
            expect(viewEvent(event, heard, round.config)).toBe(event)
            for (const seat of [...round.seats.keys(), null]) {
              if (seat !== heard) expect(viewEvent(event, seat, round.config)).toBeNull()
            }
          }
        }
        play(script, { seed, watch })
      }),
      runs,
    )
  })

  test('RND-010 what everyone hears, folded, is what somebody sees who only watches', () => {
    fc.assert(
      fc.property(acts, seeds, fc.constantFrom('live', 'bell'), (script, seed, ranks) => {
        const round = openRound(wildConfig(ranks), seedFromText(seed))
        const seen = view(round, null)
        const watch = (_command: Command, { events }: { events: readonly RoundEvent[] }) => {
          for (const event of events) {
            const shown = publicEvent(event, round.config)
            if (shown) evolve(seen, shown)
          }
        }
        play(script, { seed, round, watch })
        expect(canonical(seen)).toBe(canonical(view(round, null)))
      }),
      runs,
    )
  })

  test('RND-010 a seat that comes back takes the view where it stands, and folds on', () => {
    fc.assert(
      fc.property(acts, seeds, fc.integer({ min: 1, max: 60 }), (script, seed, back) => {
        const { commands } = play(script, { seed })
        const round = openRound(wildConfig(), seedFromText(seed))
        for (const command of commands.slice(0, back)) execute(round, command)
        const seen = view(round, s1)
        for (const command of commands.slice(back)) {
          for (const event of execute(round, command).events) {
            const shown = viewEvent(event, s1, round.config)
            if (shown) evolve(seen, shown)
          }
        }
        expect(canonical(seen)).toBe(canonical(view(round, s1)))
      }),
      runs,
    )
  })

  test('RND-010 a private part is there only when it says more than the public one', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const watch = (_command: Command, { events }: { events: readonly RoundEvent[] }) => {
          for (const event of events) {
            const own = privateEvent(event, s1, hidden)
            const all = publicEvent(event, hidden)
            if (own) expect(canonical(own)).not.toBe(canonical(all))
            const whole = viewEvent(event, s1, hidden)
            expect(canonical(own ?? all)).toBe(canonical(whole))
          }
        }
        play(script, { seed, round: openRound(hidden, seedFromText(seed)), watch })
      }),
      runs,
    )
  })
})
