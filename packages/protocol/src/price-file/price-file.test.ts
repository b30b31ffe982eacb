import { INSTRUMENTS } from '@cascade/engine'
import { describe, expect, test } from 'vitest'
import { readPriceFile } from './price-file.ts'

const HEADING = 'time,instrument,open,high,low,close,volume'
const GOOD = [
  HEADING,
  '0,BTC,64000,64100,63900,64050.04,12',
  '0,ETH,3200,3210,3190,3201,100',
  '300,BTC,64050,64060,60000,60100,30',
  '300,ETH,3201,3202,3000,3010.004,300',
]
const wishes = { known: INSTRUMENTS, wanted: null }
const readLines = (lines: readonly string[], wanted: readonly string[] | null = null) =>
  readPriceFile(lines.join('\n'), { ...wishes, wanted })
/** The good file with one line changed. */
const withLine = (index: number, line: string) => GOOD.map((good, at) => (at === index ? line : good))
const textOf = (marks: readonly (readonly { toFixed: () => string }[])[]) =>
  marks.map((tick) => tick.map((mark) => mark.toFixed()))

describe('a file of prices', () => {
  test('is one tick for each time: the closes, on the increments of their instruments', () => {
    const read = readLines(GOOD)
    expect(read.ok).toBe(true)
    if (!read.ok) return
    expect(read.value.minutesPerTick).toBe(5)
    expect(read.value.instruments.map(({ id }) => id)).toEqual(['BTC', 'ETH'])
    expect(read.value.instruments.map(({ openingPrice }) => openingPrice.toFixed())).toEqual([
      '64000',
      '3200',
    ])
    expect(textOf(read.value.marks)).toEqual([
      ['64050', '3201'],
      ['60100', '3010'],
    ])
  })

  test('may be JSON, may leave out what is not needed, and opens then at its first close', () => {
    const list = [
      { time: 0, instrument: 'BTC', close: '64000.1' },
      { time: 60, instrument: 'BTC', close: 64001 },
    ]
    const read = readPriceFile(JSON.stringify(list), wishes)
    expect(read).toMatchObject({ ok: true, value: { minutesPerTick: 1 } })
    if (read.ok) expect(read.value.instruments[0]?.openingPrice.toFixed()).toBe('64000.1')
  })

  test('may hold more, with carriage returns, a byte order mark and a heading in capitals', () => {
    const text = `\uFEFF${[HEADING.toUpperCase(), ...GOOD.slice(1)].join('\r\n')}\r\n`
    const read = readPriceFile(text, { ...wishes, wanted: ['ETH'] })
    expect(read.ok && textOf(read.value.marks)).toEqual([['3201'], ['3010']])
  })

  test.each([';', '\t'])('may part its columns with %j', (mark) => {
    const read = readPriceFile(GOOD.map((line) => line.replaceAll(',', mark)).join('\n'), wishes)
    expect(read.ok && textOf(read.value.marks)).toEqual([
      ['64050', '3201'],
      ['60100', '3010'],
    ])
  })

  test('never rounds a price to nothing', () => {
    const read = readLines([HEADING, '0,BTC,,,,0.00000001,', '60,BTC,,,,1,'])
    expect(read.ok && textOf(read.value.marks)).toEqual([['0.1'], ['1']])
  })

  test.each<[string, readonly string[], string]>([
    ['nothing', [''], 'the file holds no prices'],
    ['no close', ['time,instrument', '0,BTC'], 'the column close is missing'],
    ['a stranger', withLine(2, '0,NOPE,1,1,1,1,1'), 'row 3, instrument: NOPE is not one of BTC, ETH'],
    ['a price of zero', withLine(1, '0,BTC,64000,64100,0,0,1'), 'row 2, close: must be above zero'],
    ['a negative price', withLine(1, '0,BTC,64000,64100,1,-5,1'), 'row 2, close: must be a plain number'],
    ['a word', withLine(4, '300,ETH,3201,x,3000,3010,1'), 'row 5, high: must be a plain number'],
    [
      'a bar upside down',
      withLine(4, '300,ETH,3201,3100,3000,3010,1'),
      'row 5, high: must not be below the open',
    ],
    [
      'a time that is none',
      withLine(3, 'noon,BTC,64050,64060,60000,60100,30'),
      'row 4, time: must be a number',
    ],
    ['one time', GOOD.slice(0, 3), 'the file must hold at least two times'],
    ['an instrument left out', GOOD.slice(0, 4), 'row 4, instrument: ETH has no price at time 300'],
    ['the same twice', withLine(2, GOOD[1] ?? ''), 'row 3, instrument: BTC is there already at time 0'],
    ['a time that goes back', [...GOOD, '200,BTC,1,1,1,1,1'], 'row 6, time: 200 comes after 300'],
    [
      'a gap',
      [...GOOD, '900,BTC,1,1,1,1,1'],
      'row 6, time: 300 to 900 is a gap; the times before lie 300 apart',
    ],
    ['a row that is too short', [...GOOD, '600,BTC'], 'row 6: has 2 values, and the heading has 7'],
    ['a quotation mark', withLine(2, '0,"ETH,3200,3210,3190,3201,100'), 'a quotation mark is out of place'],
    ['times too close', [HEADING, '0,BTC,,,,1,', '1,BTC,,,,1,'], 'row 3, time: lies 1 seconds after'],
    ['times too far', [HEADING, '0,BTC,,,,1,', '604800,BTC,,,,1,'], 'it must be 3 to 86400'],
    ['broken JSON', ['[{'], 'the file is not valid JSON'],
    ['JSON of something else', ['[1]'], 'the file must be a list of objects'],
  ])('with %s is refused, with row and column', (_what, lines, problem) => {
    const read = readLines(lines)
    expect(read.ok ? [] : read.problems).toContainEqual(expect.stringContaining(problem))
  })

  test('without a price of what is wanted is refused', () => {
    expect(readLines(GOOD, ['BTC', 'SOL'])).toEqual({ ok: false, problems: ['there is no price of SOL'] })
  })

  test('with a thousand mistakes tells eight', () => {
    const read = readLines([HEADING, ...Array.from({ length: 1000 }, () => 'x,y,z,,,,')])
    expect(read.ok ? [] : read.problems).toHaveLength(8)
  })
})
