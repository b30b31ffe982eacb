import { INSTRUMENTS, roundId } from '@cascade/engine'
import { expect, test } from 'vitest'
import { readPriceFile } from './price-file/price-file.ts'
import { scriptedConfig, ticksPlayed } from './scripted-config.ts'

const HEADING = 'time,instrument,open,close'

function fileOf(...lines: readonly string[]) {
  const read = readPriceFile([HEADING, ...lines].join('\n'), { known: INSTRUMENTS, wanted: null })
  if (!read.ok) throw new Error(read.problems.join('; '))
  return read.value
}

const file = fileOf('0,ETH,3000,3010', '0,SOL,150,151', '1800,ETH,3010,2900', '1800,SOL,151,140')

test('a round of written prices is as the file is', () => {
  const config = scriptedConfig({ id: roundId('r_1'), scenario: 'wild', preset: 'harsh' }, file)
  expect(config.instruments.map(({ id, openingPrice }) => `${id} ${openingPrice}`)).toEqual([
    'ETH 3000',
    'SOL 150',
  ])
  expect(config.clock).toMatchObject({ ticks: 2, marketMinutesPerTick: 30 })
  expect(config.market).toMatchObject({ scripted: true })
  expect(config.rules.funding?.everyTicks).toBe(8)
})

test.each([
  [1, 1],
  [2, 2],
  [900, 2],
])('of %d ticks that were asked for it plays %d', (ticks, played) => {
  expect(scriptedConfig({ id: roundId('r_1'), ticks }, file).clock.ticks).toBe(played)
})

test.each`
  ticks    | tickMs  | played
  ${3_000} | ${1000} | ${3_000}
  ${4_000} | ${1000} | ${3_600}
  ${4_000} | ${500}  | ${4_000}
  ${4_000} | ${5000} | ${720}
`('of $ticks ticks of $tickMs ms $played are played', ({ ticks, tickMs, played }) => {
  expect(ticksPlayed(ticks, tickMs)).toBe(played)
})
