import { describe, expect, test } from 'vitest'
import { displacementOf, type ImpactedTrade, rested, traded } from '../../src/market/impact/impact.ts'
import { openChance } from './chance.ts'
import { bestRoundTrip, checkRoundTrips, type Venue } from './round-trip-law.ts'

const SOUND: Venue = { rest: rested, trade: traded }

/** A trade with its fill at another displacement, or with another part left for good. */
const mistaken = (change: (trade: ImpactedTrade, volume: number) => Partial<ImpactedTrade>): Venue => ({
  rest: rested,
  trade: (impact, volume) => {
    const sound = traded(impact, volume)
    return { ...sound, ...change(sound, volume) }
  },
})

/** The schedules of so many tries that a market pays for. */
function profits(venue: Venue, tries: number): number {
  const chanceOf = openChance('mistaken', 'round-trip')
  const earnings = Array.from({ length: tries }, (_, number) => bestRoundTrip(venue, chanceOf(number)).earns)
  return earnings.filter((earns) => earns > 1e-12).length
}

describe('trading to and fro', () => {
  test('a thousand ways of it, each bettered forty times, earn nothing', { timeout: 60_000 }, () => {
    expect(checkRoundTrips({ seed: 'test', count: 1000 }).failures).toEqual([])
  })

  test.each<[string, Venue]>([
    [
      'what is left for good grows with the root of the volume',
      mistaken(({ impact, displacement }, volume) => {
        const wanted = 0.003 * Math.sign(volume) * Math.sqrt(Math.abs(volume))
        const more = wanted - 0.003 * volume
        return {
          impact: { ...impact, permanent: impact.permanent + more },
          displacement: displacement + more / 2,
        }
      }),
    ],
    [
      'what is left for good grows as the market thins',
      mistaken(({ impact, displacement }, volume) => {
        const more = 0.003 * (volume / impact.depth - volume)
        return {
          impact: { ...impact, permanent: impact.permanent + more },
          displacement: displacement + more / 2,
        }
      }),
    ],
    [
      'a trade fills at the price before it',
      {
        rest: rested,
        trade: (impact, volume) => ({ ...traded(impact, volume), displacement: displacementOf(impact) }),
      },
    ],
    [
      'a market that thins moves the price',
      {
        trade: traded,
        rest: (impact, { minutes, depth }) => {
          const kept = rested({ ...impact, depth }, { minutes, depth })
          return { ...kept, pressure: (kept.pressure * impact.depth) / depth }
        },
      },
    ],
    [
      'the displacement is a logarithm',
      mistaken(({ displacement }) => ({ displacement: Math.exp(displacement) - 1 })),
    ],
  ])('is paid for where %s', { timeout: 60_000 }, (_mistake, venue) => {
    expect(profits(venue, 1500)).toBeGreaterThan(0)
  })

  test('the sound market pays for none of the same schedules', { timeout: 60_000 }, () => {
    expect(profits(SOUND, 1500)).toBe(0)
  })
})
