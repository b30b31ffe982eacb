import type { Moment } from '@cascade/review'
import type { CarriesNews, ForcedNews } from '../../live/index.ts'

type Funding = Extract<Moment, { readonly kind: 'funding' }>
type Cut = Extract<Moment, { readonly kind: 'liquidated' }>

/** Something that happened a few times, told once. */
export type Folded<T> = T & { readonly times: number }

interface Item {
  readonly kind: string
  readonly tick: number
}

/**
 * Puts what a rule does to a seat again and again, until the seat's next event, together into the latest of
 * it: funding for the same positions in the same direction, and cuts of the same position. So it does with
 * what is told of the market in an instrument: forced selling that is over takes the place of its
 * beginning, and a warning that comes again that of the one before. A list would otherwise hold little
 * else.
 */
export function foldRepeats<T extends Item>(items: readonly T[]): readonly Folded<T>[] {
  const kept: (Folded<T> | null)[] = []
  const last = new Map<string, number>()
  for (const item of items) {
    const about = aboutOf(item)
    const before = about === null ? undefined : last.get(about)
    const earlier = before === undefined ? null : (kept[before] ?? null)
    const joined = earlier && join(earlier, item)
    if (joined && before !== undefined) kept[before] = null
    if (about !== null) last.set(about, kept.length)
    kept.push(joined ?? { ...item, times: 1 })
  }
  return kept.filter((item) => item !== null)
}

/** Two that say the same as one, or null. */
function join<T extends Item>(earlier: Folded<T>, item: T): Folded<T> | null {
  const times = earlier.times + 1
  if (isFunding(earlier) && isFunding(item) && holding(earlier) === holding(item)) {
    return { ...item, payments: added(earlier, item), times }
  }
  if (isCut(earlier) && isCut(item) && earlier.instrument === item.instrument) {
    return { ...item, quantity: earlier.quantity + item.quantity, times }
  }
  if (isForced(earlier) && isForced(item) && !earlier.over && item.over && earlier.side === item.side) {
    return { ...item, times: 1 }
  }
  if (isCarries(earlier) && isCarries(item) && earlier.direction === item.direction) return { ...item, times }
  return null
}

/** Whose affair it is: a seat's, or the market's in an instrument. */
function aboutOf(item: Item): string | null {
  if (isForced(item) || isCarries(item)) return `the market in ${item.instrument}`
  return 'seat' in item && typeof item.seat === 'string' ? item.seat : null
}

const isForced = <T extends Item>(item: T): item is T & ForcedNews => item.kind === 'forced'

const isCarries = <T extends Item>(item: T): item is T & CarriesNews => item.kind === 'carries'

const isFunding = <T extends Item>(item: T): item is T & Funding => item.kind === 'funding'

const isCut = <T extends Item>(item: T): item is T & Cut =>
  item.kind === 'liquidated' && 'left' in item && item.left !== 0

const holding = ({ payments }: Funding): string =>
  payments.map(({ instrument, amount }) => `${instrument} ${Math.sign(amount)}`).join()

const added = (a: Funding, b: Funding): Funding['payments'] =>
  b.payments.map(({ instrument, amount }, index) => ({
    instrument,
    amount: amount + (a.payments[index]?.amount ?? 0),
  }))
