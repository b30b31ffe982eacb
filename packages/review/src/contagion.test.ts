import {
  execute,
  type Frame,
  openRound,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { expect, test } from 'vitest'
import { readRound } from './reading.ts'

const SEED = seedFromText('contagion')

/** A recorded round that nobody trades in, with ghosts or without any impact at all. */
function record(impact?: 'powder-keg') {
  const config = standardConfig({
    id: roundId('r_contagion'),
    ticks: 60,
    scenario: 'wild',
    marketMinutesPerTick: 5,
    ...(impact ? { impact } : {}),
  })
  const round = openRound(config, SEED)
  const join = { type: 'seat.join', seat: seatId('s1'), kind: 'human', character: null } as const
  const commands = [[join, { type: 'round.start' } as const], ...Array.from({ length: 60 }, () => [])]
  const frames: Frame[] = commands.map((first, index) => {
    const all = index === 0 ? first : [{ type: 'clock.advance' } as const]
    for (const command of all) execute(round, command)
    return { tick: index + 1, commands: all, fingerprint: round.fingerprint ?? '' }
  })
  return { opening: { config, seed: SEED }, frames }
}

test('IMP-017 a review of a market that trades move tells which liquidations brought others about', () => {
  const reading = readRound(record('powder-keg'))
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem))
  const { contagion } = reading.value
  expect(contagion?.ratio).toBeGreaterThan(0.2)
  expect(contagion?.trees[0]?.generations).toBeGreaterThan(1)
})

test('IMP-001 a review of any other market tells of no contagion', () => {
  const reading = readRound(record())
  expect(reading.ok && reading.value.contagion).toBeNull()
})
