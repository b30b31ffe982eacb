import { expect, test } from 'vitest'
import { pricesReader } from './read-prices.ts'

/** Each file is read by a process that has to start first. */
const PATIENCE_MS = 60_000
const GOOD = 'time,instrument,open,close\n0,BTC,64000,64100\n60,BTC,64100,63000.5\n'

test(
  'a file is read beside the rounds, into the engine’s own values',
  async () => {
    const read = await pricesReader()(GOOD)
    expect(read?.ok && read.value.marks.map((tick) => tick.map((mark) => mark.toFixed()))).toEqual([
      ['64100'],
      ['63000.5'],
    ])
    expect(read?.ok && read.value.instruments[0]?.openingPrice.toFixed()).toBe('64000')
    expect(read?.ok && read.value.minutesPerTick).toBe(1)
  },
  PATIENCE_MS,
)

test(
  'a bad file is told by row and column, and the next one is read all the same',
  async () => {
    const readPrices = pricesReader()
    const [bad, good] = await Promise.all([readPrices(GOOD.replace('63000.5', 'many')), readPrices(GOOD)])
    expect(bad).toMatchObject({ ok: false, problems: [expect.stringContaining('row 3, close: must be')] })
    expect(good?.ok).toBe(true)
  },
  PATIENCE_MS,
)

test(
  'one too many is turned away, and room is made again',
  async () => {
    const readPrices = pricesReader()
    const asked = Array.from({ length: 9 }, () => readPrices('nothing'))
    expect(asked.map((reading) => reading !== null)).toEqual([...Array(8).fill(true), false])
    await Promise.all(asked)
    expect(await readPrices(GOOD)).toMatchObject({ ok: true })
  },
  PATIENCE_MS,
)
