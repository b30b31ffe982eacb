import type { Moment } from '@cascade/review'

type Funding = Extract<Moment, { readonly kind: 'funding' }>

/** Funding that was paid a few times for the same positions, told once. */
export type Folded<T> = T & { readonly times: number }

/**
 * Puts payments of one seat for the same instruments and in the same direction together into the latest of
 * them, until the seat does something else: holding a position would otherwise fill the list.
 */
export function foldFunding<T extends { readonly kind: string; readonly tick: number }>(
  items: readonly T[],
): readonly Folded<T>[] {
  const kept: (Folded<T> | null)[] = []
  const open = new Map<string, number>()
  for (const item of items) {
    const seat = seatOf(item)
    const before = seat === null ? undefined : open.get(seat)
    const earlier = before === undefined ? null : (kept[before] ?? null)
    if (seat !== null) open.delete(seat)
    if (isFunding(item) && seat !== null) {
      const joins = earlier !== null && isFunding(earlier) && isAlike(earlier, item)
      if (joins && before !== undefined) kept[before] = null
      open.set(seat, kept.length)
      kept.push(joins ? { ...item, payments: added(earlier, item), times: earlier.times + 1 } : once(item))
    } else kept.push(once(item))
  }
  return kept.filter((item) => item !== null)
}

const once = <T>(item: T): Folded<T> => ({ ...item, times: 1 })

const seatOf = (item: object): string | null =>
  'seat' in item && typeof item.seat === 'string' ? item.seat : null

const isFunding = <T extends { readonly kind: string }>(item: T): item is T & Funding =>
  item.kind === 'funding'

const isAlike = (a: Funding, b: Funding): boolean => holding(a) === holding(b)

const holding = ({ payments }: Funding): string =>
  payments.map(({ instrument, amount }) => `${instrument} ${Math.sign(amount)}`).join()

const added = (a: Funding, b: Funding): Funding['payments'] =>
  b.payments.map(({ instrument, amount }, index) => ({
    instrument,
    amount: amount + (a.payments[index]?.amount ?? 0),
  }))
