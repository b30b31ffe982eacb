import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Account,
  checkInvariants,
  type Decimal,
  equityOf,
  isolatedEquity,
  markOf,
  openRound,
  type PositionLiquidated,
  type Round,
  type RoundEvent,
  riskOf,
  seedFromText,
  standingOf,
} from '../../src/index.ts'
import { type Bucket, crossBucket, isolatedBuckets } from '../../src/margin/bucket.ts'
import { observe } from './observe.ts'
import { acts, play, wildConfig } from './play.ts'
import { regimes } from './regimes.ts'

const seeds = fc.string({ minLength: 1, maxLength: 8 })
const runs = { numRuns: 7, interruptAfterTimeLimit: 30_000 }

const accountOf = (round: Round, { seat }: PositionLiquidated): Account => {
  const account = round.accounts.get(seat)
  if (!account) throw new Error(`no account ${seat}`)
  return account
}

/** The bucket that a forced close is about, as it is in the round now. */
function bucketOf(round: Round, event: PositionLiquidated): Bucket {
  const account = accountOf(round, event)
  if (event.marginMode === 'cross') return crossBucket(account)
  const own = isolatedBuckets(account).find(({ positions }) => positions[0]?.instrument === event.instrument)
  return own ?? { mode: 'isolated', positions: [], wallet: account.cash }
}

const standing = (round: Round, event: PositionLiquidated) =>
  standingOf(round, accountOf(round, event), bucketOf(round, event))

/** Cash and margins of an account, simulated dollars. */
const moneyOf = ({ cash, positions }: Account) =>
  [...positions.values()].reduce<Decimal>((sum, { margin }) => sum.plus(margin), cash)

/** Holds a law for every forced close of random rounds under a regime, and knows how many there were. */
function everyClose(
  rules: (typeof regimes)[number]['rules'],
  look: (event: PositionLiquidated, round: Round) => (() => void) | undefined,
): void {
  let seen = 0
  fc.assert(
    fc.property(acts, seeds, (script, seed) => {
      observe(script, { seed, rules }, (event, round) => {
        if (event.type !== 'position.liquidated') return undefined
        seen += 1
        return look(event, round)
      })
    }),
    runs,
  )
  expect(seen).toBeGreaterThan(0)
}

describe.each(regimes)('forced closes under: $name', { timeout: 60_000 }, ({ rules }) => {
  test('LIQ-001 LIQ-007 only what is below its requirement is closed, and the cause says so', () => {
    let before: RoundEvent | null = null
    everyClose(rules, (event, round) => {
      const first = before?.type !== 'position.liquidated' || before.cause !== event.cause
      before = event
      expect(event.cause.equity.lt(event.cause.requirement)).toBe(true)
      if (!first) return undefined
      const { equity, requirement } = standing(round, event)
      expect(equity.toFixed()).toBe(event.cause.equity.toFixed())
      expect(requirement.toFixed()).toBe(event.cause.requirement.toFixed())
      return undefined
    })
  })

  test('LIQ-003 LIQ-013 a close never enlarges a position or turns it, and lowers the requirement', () => {
    everyClose(rules, (event, round) => {
      const held = accountOf(round, event).positions.get(event.instrument)
      const { requirement } = standing(round, event)
      expect(held?.size.isNegative()).toBe(event.size.isNegative())
      expect(held?.size.minus(event.size).toFixed()).toBe(event.after.size.toFixed())
      expect(event.size.isZero()).toBe(false)
      expect(event.size.abs().lte(held?.size.abs() ?? 0)).toBe(true)
      return () => expect(standing(round, event).requirement.lt(requirement)).toBe(true)
    })
  })

  test('LIQ-002 an isolated one costs exactly its margin, whatever it lost', () => {
    everyClose(rules, (event, round) => {
      if (event.marginMode !== 'isolated') return undefined
      const account = accountOf(round, event)
      const margin = account.positions.get(event.instrument)?.margin
      const left = moneyOf(account).minus(margin ?? 0)
      return () => expect(moneyOf(accountOf(round, event)).toFixed()).toBe(left.toFixed())
    })
  })

  test('LIQ-004 the fee is no more than what is left, and none is taken from nothing', () => {
    everyClose(rules, (event, round) => {
      const { equity } = standing(round, event)
      expect(event.fee.gte(0) && event.fee.lte(equity.gt(0) ? equity : 0)).toBe(true)
      return undefined
    })
  })

  test('LIQ-005 a bucket that is worth something never costs the fund or the house a unit', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        observe(script, { seed, rules }, (event, round) => {
          if (event.type === 'position.liquidated' && event.marginMode === 'isolated') {
            const held = accountOf(round, event).positions.get(event.instrument)
            const worth = held && isolatedEquity(held, markOf(round, event.instrument))
            const shortfall = event.postings.some((posting) => posting.for === 'shortfall')
            if (shortfall || event.uncovered.gt(0)) expect(worth?.lt(0)).toBe(true)
          }
          if (event.type !== 'bucket.settled' || event.bucket !== 'cross') return undefined
          const cash = round.accounts.get(event.seat)?.cash
          const fundPays = event.postings.some(({ from }) => from.kind === 'insurance')
          if (fundPays || event.uncovered.gt(0)) expect(cash?.lt(0)).toBe(true)
          return () => expect(round.accounts.get(event.seat)?.cash.toFixed()).toBe('0')
        })
      }),
      runs,
    )
  })

  test('RND-007 LIQ-001 LIQ-008 money adds up after every command, and after a tick all are healthy', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        play(script, {
          seed,
          round: openRound(wildConfig('live', rules), seedFromText(seed)),
          watch: (command, _outcome, round) => {
            checkInvariants(round)
            if (command.type !== 'clock.advance') return
            for (const account of round.accounts.values()) {
              const { cross, isolated } = riskOf(round, account)
              for (const bucket of [cross, ...isolated.values()]) {
                expect(bucket.equity.gte(bucket.requirement)).toBe(true)
              }
              expect(equityOf(round, account).gte(0)).toBe(true)
              if (account.wipedAtTick !== null) expect(equityOf(round, account).toFixed()).toBe('0')
            }
          },
        })
      }),
      runs,
    )
  })
})
