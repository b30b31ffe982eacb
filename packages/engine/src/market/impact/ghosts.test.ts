import { describe, expect, test } from 'vitest'
import { movedMarket, rest } from '../../../test/moved-market.ts'
import { known } from '../../assert.ts'
import { instrumentId } from '../../number/ids.ts'
import { seedFromText } from '../../random/seed.ts'
import { INSTRUMENTS } from '../instruments.ts'
import { ghostLevels, ghostMoves, liquidatedShare, movedGhosts, openGhosts } from './ghosts.ts'

const bitcoin = known(INSTRUMENTS[0], 'there is an instrument')
const opening = bitcoin.openingPrice.toNumber()
const ghosts = openGhosts(bitcoin, seedFromText('ghosts'), 0.0005)
const shareOf = (levels: readonly { share: number }[]) => levels.reduce((sum, { share }) => sum + share, 0)

describe('ghosts', () => {
  test('IMP-013 each side holds the whole interest, but for what an earlier price has liquidated', () => {
    for (const side of ['long', 'short'] as const) {
      expect(shareOf(ghostLevels(ghosts, side))).toBeLessThanOrEqual(1 + 1e-12)
      expect(shareOf(ghostLevels(ghosts, side))).toBeGreaterThan(0.9)
    }
  })

  test('IMP-013 nobody is beyond the price of his liquidation at the opening', () => {
    expect(ghostLevels(ghosts, 'long').every(({ price }) => price <= opening)).toBe(true)
    expect(ghostLevels(ghosts, 'short').every(({ price }) => price >= opening)).toBe(true)
  })

  test.each`
    fall    | least   | most
    ${0.02} | ${0.02} | ${0.15}
    ${0.06} | ${0.15} | ${0.35}
    ${0.12} | ${0.4}  | ${0.6}
    ${0.25} | ${0.65} | ${0.85}
    ${0.45} | ${0.99} | ${1}
  `('IMP-013 a fall of $fall liquidates the more leveraged longs and no short', ({ fall, least, most }) => {
    const moves = ghostMoves(ghosts, { mark: opening * (1 - fall), minute: 0, minutes: 0 })
    const share = liquidatedShare(moves) / shareOf(ghostLevels(ghosts, 'long'))
    expect(share).toBeGreaterThanOrEqual(least)
    expect(share).toBeLessThanOrEqual(most + 1e-12)
    expect(moves.shortsLiquidated).toEqual([])
    const after = movedGhosts(ghosts, moves, opening * (1 - fall))
    expect(ghostMoves(after, { mark: opening * (1 - fall), minute: 0, minutes: 0 }).longsLiquidated).toEqual(
      [],
    )
  })

  test('IMP-013 every layer is renewed once in its time, at the mark', () => {
    const renewed = new Map<number, number>()
    for (let minute = 1; minute <= 7200; minute += 1) {
      for (const layer of ghostMoves(ghosts, { mark: opening, minute, minutes: 1 }).renewed) {
        renewed.set(layer, (renewed.get(layer) ?? 0) + 1)
      }
    }
    expect(renewed.size).toBe(112)
    expect(renewed.get(0)).toBe(1)
    expect(renewed.get(111)).toBe(120)
    const after = movedGhosts(ghosts, { longsLiquidated: [], shortsLiquidated: [], renewed: [5] }, 123)
    expect([after.entries[5], after.longs[5], after.shorts[5]]).toEqual([123, true, true])
  })

  test('IMP-013 what ghosts lose by force waits to be sold like that of players', () => {
    const s = movedMarket({}, { openInterest: 0.35 })
    s.move({ A: 94 })
    const told = s.round.impacts.get(instrumentId('A'))
    expect(told?.ghosts.longsLiquidated.length).toBeGreaterThan(0)
    expect(told?.waiting).toBeGreaterThan(1)
    rest(s)
    expect(s.round.impacts.get(instrumentId('A'))?.sold).toBeGreaterThan(0)
  })
})
