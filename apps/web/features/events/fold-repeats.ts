import type { Moment } from '@cascade/review'

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
 * it: funding for the same positions in the same direction, and cuts of the same position. A list would
 * otherwise hold little else.
 */
export function foldRepeats<T extends Item>(items: readonly T[]): readonly Folded<T>[] {
  const kept: (Folded<T> | null)[] = []
  const last = new Map<string, number>()
  for (const item of items) {
    const seat = seatOf(item)
    const before = seat === null ? undefined : last.get(seat)
    const earlier = before === undefined ? null : (kept[before] ?? null)
    const joined = earlier && join(earlier, item)
    if (joined && before !== undefined) kept[before] = null
    if (seat !== null) last.set(seat, kept.length)
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
  return null
}

const seatOf = (item: object): string | null =>
  'seat' in item && typeof item.seat === 'string' ? item.seat : null

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
