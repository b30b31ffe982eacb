import { describe, expect, test } from 'vitest'
import {
  canonical,
  chain,
  checkInvariants,
  money,
  openRound,
  RULES_VERSION,
  rate,
  roundId,
  seedFromText,
  standardConfig,
} from './index.ts'

const config = standardConfig({ id: roundId('r_1') })
const seed = seedFromText('opening')

describe('a round before anybody sits', () => {
  test('RND-001 waits in its lobby, at tick nothing, with prices at their openings', () => {
    const round = openRound(config, seed)
    expect([round.phase, round.tick]).toEqual(['lobby', 0])
    expect([...round.marks].map(([id, mark]) => `${id} ${mark.toFixed()}`)).toEqual(
      config.instruments.map(({ id, openingPrice }) => `${id} ${openingPrice.toFixed()}`),
    )
    expect([round.seats.size, round.accounts.size, round.receipts.size, round.standings.length]).toEqual([
      0, 0, 0, 0,
    ])
  })

  test.each([0, 1, 10_000])('RND-007 an insurance fund of %d is paid in from outside', (fund) => {
    const rules = { ...config.rules, insuranceFund: money(fund) }
    const round = openRound({ ...config, rules }, seed)
    expect(round.books?.insurance.toFixed()).toBe(String(fund))
    expect(round.books?.deposits.plus(fund).isZero()).toBe(true)
    expect(round.books?.house.toFixed()).toBe('0')
    expect(() => checkInvariants(round)).not.toThrow()
  })

  test('RND-008 its fingerprint hangs on the rules of the game, the configuration and the seed', () => {
    const { fingerprint } = openRound(config, seed)
    expect(fingerprint).toBe(chain(RULES_VERSION, canonical({ config, seed })))
    const others = [
      openRound(config, seedFromText('another')),
      openRound({ ...config, id: roundId('r_2') }, seed),
      openRound({ ...config, rules: { ...config.rules, takerFeeRate: rate('0.0006') } }, seed),
      openRound({ ...config, clock: { ...config.clock, tickMs: 251 } }, seed),
    ].map((round) => round.fingerprint)
    expect(new Set([fingerprint, ...others]).size).toBe(5)
  })

  test('RND-008 opening twice gives two rounds alike that share nothing that changes', () => {
    const one = openRound(config, seed)
    const other = openRound(config, seed)
    expect(canonical(one)).toBe(canonical(other))
    one.marks.clear()
    expect(other.marks.size).toBe(3)
  })
})
