import { Decimal, type Instrument, type Price, price, priceOnIncrement } from '@cascade/engine'
import type { Reading } from '../read.ts'
import { type Bar, readBar } from './bar.ts'
import { rowsOf } from './rows.ts'

/** Prices that somebody brings along, as the marks of a scripted market. */
export interface PriceFile {
  /** What is traded, opening where the file does. */
  readonly instruments: readonly Instrument[]
  readonly minutesPerTick: number
  /** One list for each tick, in the order of the instruments, on their increments: the closes of the file. */
  readonly marks: readonly (readonly Price[])[]
}

/** Which instruments a file may name, and which of them are wanted; every one that it names when null. */
export interface PriceFileWishes {
  readonly known: readonly Instrument[]
  readonly wanted: readonly string[] | null
}

const PROBLEMS_MAX = 8
/** Between two times, seconds: what a round's clock can do in one tick. */
const STEP = { min: 3, max: 86_400 } as const

/**
 * Reads a CSV with the columns time (seconds), instrument and close, and perhaps open, high, low and volume,
 * as `cascade prices` writes it; or a JSON list of such objects. Every instrument must have a price at every
 * time, and times must lie evenly apart. At most eight problems are told, each with its row and column.
 */
export function readPriceFile(text: string, wishes: PriceFileWishes): Reading<PriceFile> {
  const rows = rowsOf(text)
  if (!rows.ok) return rows
  const bars: Bar[] = []
  const problems: string[] = []
  for (const row of rows.value) {
    const bar = readBar(row, wishes.known)
    if ('time' in bar) bars.push(bar)
    else problems.push(...bar)
    if (problems.length >= PROBLEMS_MAX) break
  }
  return problems.length > 0 ? refuse(problems) : arranged(bars, wishes)
}

function arranged(bars: readonly Bar[], { known, wanted }: PriceFileWishes): Reading<PriceFile> {
  const named = new Set<string>(bars.map(({ instrument }) => instrument.id))
  const instruments = known.filter(({ id }) => (wanted ? wanted.includes(id) : named.has(id)))
  const absent = instruments.filter(({ id }) => !named.has(id)).map(({ id }) => `there is no price of ${id}`)
  if (absent.length > 0) return refuse(absent)
  const moments = momentsOf(bars.filter((bar) => instruments.includes(bar.instrument)))
  const problems = [
    ...evenProblems(moments),
    ...moments.flatMap((moment) => wholeProblems(moment, instruments)),
  ]
  const [first, second] = moments
  if (problems.length > 0) return refuse(problems)
  if (!first || !second) return refuse(['the file must hold at least two times'])
  return {
    ok: true,
    value: {
      instruments: instruments.map((each) => ({
        ...each,
        openingPrice: onIncrement(each, opening(each, first)),
      })),
      minutesPerTick: (second.time - first.time) / 60,
      marks: moments.map((moment) =>
        instruments.map((each) => onIncrement(each, moment.bars.get(each.id)?.close ?? each.openingPrice)),
      ),
    },
  }
}

/** Everything the file says of one time. */
interface Moment {
  readonly time: number
  readonly row: number
  readonly bars: Map<string, Bar>
  readonly repeated: Bar[]
}

/** Rows of one time stand together. */
function momentsOf(bars: readonly Bar[]): readonly Moment[] {
  const moments: Moment[] = []
  for (const bar of bars) {
    let last = moments.at(-1)
    if (last?.time !== bar.time) {
      last = { time: bar.time, row: bar.row, bars: new Map(), repeated: [] }
      moments.push(last)
    }
    if (last.bars.has(bar.instrument.id)) last.repeated.push(bar)
    else last.bars.set(bar.instrument.id, bar)
  }
  return moments
}

const wholeProblems = (moment: Moment, instruments: readonly Instrument[]): readonly string[] => [
  ...moment.repeated.map(
    ({ row, instrument, time }) =>
      `row ${row}, instrument: ${instrument.id} is there already at time ${time}`,
  ),
  ...instruments
    .filter(({ id }) => !moment.bars.has(id))
    .map(({ id }) => `row ${moment.row}, instrument: ${id} has no price at time ${moment.time}`),
]

function evenProblems(moments: readonly Moment[]): readonly string[] {
  const step = (moments[1]?.time ?? 0) - (moments[0]?.time ?? 0)
  return moments.flatMap(({ time, row }, index) => {
    const before = moments[index - 1]
    if (!before) return []
    if (time <= before.time) return [`row ${row}, time: ${time} comes after ${before.time}`]
    if (index === 1 && (step < STEP.min || step > STEP.max)) {
      return [
        `row ${row}, time: lies ${step} seconds after the one before; it must be ${STEP.min} to ${STEP.max}`,
      ]
    }
    const isEven = Math.abs(time - before.time - step) < 1e-6
    return isEven
      ? []
      : [`row ${row}, time: ${before.time} to ${time} is a gap; the times before lie ${step} apart`]
  })
}

const opening = ({ id, openingPrice }: Instrument, { bars }: Moment): Price =>
  bars.get(id)?.open ?? openingPrice

/** The nearest multiple of the increment, and never nothing. */
const onIncrement = ({ priceIncrement }: Instrument, value: Price): Price =>
  price(Decimal.max(priceIncrement, priceOnIncrement(value, priceIncrement)))

const refuse = (problems: readonly string[]) =>
  ({ ok: false, problems: problems.slice(0, PROBLEMS_MAX) }) as const
