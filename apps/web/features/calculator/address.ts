import { Decimal, INSTRUMENTS, priceOnIncrement, quantity, quantityDown } from '@cascade/engine'
import { z } from 'zod'
import { BOUNDS, EXAMPLE, type Inputs, type PositionInputs } from './inputs.ts'

const PARTS = ['instrument', 'side', 'quantity', 'entry', 'leverage', 'move'] as const
const SEPARATOR = '_'

const decimal = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,8})?$/)
  .transform(Number)
const within = ({ min, max }: { readonly min: number; readonly max: number }) =>
  decimal.pipe(z.number().min(min).max(max))
const wholeWithin = ({ min, max }: { readonly min: number; readonly max: number }) =>
  decimal.pipe(z.int().min(min).max(max))
const positive = decimal.pipe(z.number().positive())

const positionSchema = z
  .string()
  .transform((text) => text.split(SEPARATOR))
  .refine((parts) => parts.length === PARTS.length)
  .transform((parts) => Object.fromEntries(PARTS.map((name, index) => [name, parts[index]])))
  .pipe(
    z.object({
      instrument: z.string().transform((text, context) => {
        const found = INSTRUMENTS.find(({ id }) => id === text)
        if (found) return found
        context.issues.push({ code: 'custom', message: 'no such instrument', input: text })
        return z.NEVER
      }),
      side: z.enum(['long', 'short']),
      quantity: positive,
      entry: positive,
      leverage: wholeWithin(BOUNDS.leverage),
      move: wholeWithin(BOUNDS.move),
    }),
  )
  .refine(({ instrument, quantity: size }) => {
    const units = quantity(size)
    return units.lte(instrument.quantityMax) && quantityDown(units, instrument.sizeIncrement).eq(units)
  })
  .refine(
    ({ instrument, entry }) =>
      priceOnIncrement(entry, instrument.priceIncrement).eq(entry) &&
      instrument.openingPrice.times(BOUNDS.entryTimes).gte(entry),
  )
  .transform(({ instrument, ...rest }): PositionInputs => ({ ...rest, instrument: instrument.id }))

const inputsSchema = z.object({
  cash: within(BOUNDS.cash),
  closingFee: within(BOUNDS.closingFee),
  positions: z
    .array(positionSchema)
    .min(BOUNDS.positions.min)
    .max(BOUNDS.positions.max)
    .refine((positions) => new Set(positions.map(({ instrument }) => instrument)).size === positions.length),
})

/** The inputs as the query of a link: `cash=1000&fee=0&p=BTC_long_0.02_50000_5_-15&p=…`. */
export function writeAddress({ cash, closingFee, positions }: Inputs): string {
  const query = new URLSearchParams({ cash: plain(cash), fee: plain(closingFee) })
  for (const position of positions)
    query.append('p', PARTS.map((part) => text(position[part])).join(SEPARATOR))
  return query.toString()
}

/** The inputs of a link; null when it cannot be read. A link without a query is the worked example. */
export function readAddress(search: string): Inputs | null {
  const query = new URLSearchParams(search)
  if (!['cash', 'fee', 'p'].some((name) => query.has(name))) return EXAMPLE
  const { success, data } = inputsSchema.safeParse({
    cash: query.get('cash'),
    closingFee: query.get('fee'),
    positions: query.getAll('p'),
  })
  return success ? data : null
}

/** A number without an exponent, whatever its size. */
const plain = (value: number): string => new Decimal(value).toFixed()

const text = (value: string | number): string => (typeof value === 'number' ? plain(value) : value)
