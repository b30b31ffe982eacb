import { type InstrumentId, money, price, quantity, rate, size, type Tier } from '@cascade/engine'
import { instrumentName, marginModeSchema } from '@cascade/protocol'
import { z } from 'zod'
import { CATALOGUE, catalogued } from '../catalogue.ts'
import { positive, signed, unsigned } from '../numbers.ts'
import { namedRules } from '../rule-set.ts'
import { flatTable, tierTable } from '../tier-table.ts'

const POSITIONS_MAX = 200
const ORDERS_MAX = 200
/** Stands for every instrument without a table of its own. */
const EVERY = '*'

const share = unsigned
  .transform(rate)
  .refine((value) => value.lt(1), 'must be a share below 1, such as "0.001"')

const rulesSchema = namedRules({
  closingFeeRate: share.exactOptional(),
  /** What waiting orders reserve for their fees: limit orders the maker's, the others the taker's. */
  makerFeeRate: share.exactOptional(),
  takerFeeRate: share.exactOptional(),
  /** One table for all instruments, or a table for each by its name. */
  tiers: z
    .preprocess(
      (tables) => (Array.isArray(tables) ? { [EVERY]: tables } : tables),
      z.record(z.string(), tierTable),
    )
    .transform((tables) => new Map(Object.entries(tables)))
    .exactOptional(),
  maintenanceRate: flatTable.exactOptional(),
})

const leverage = positive.transform(rate).refine((value) => value.gte(1), 'must be at least 1')

const positionSchema = z.strictObject({
  instrument: instrumentName,
  /** The account's when left out. */
  mode: marginModeSchema.exactOptional(),
  size: signed.refine((units) => /[1-9]/.test(units), 'must not be zero: negative is short').transform(size),
  entryPrice: positive.transform(price),
  markPrice: positive.transform(price),
  leverage,
  margin: unsigned.transform(money).exactOptional(),
})

const orderSchema = z.strictObject({
  instrument: instrumentName,
  side: z.enum(['buy', 'sell'], 'must be "buy" or "sell"'),
  type: z.enum(['limit', 'stop', 'take-profit']).default('limit'),
  quantity: positive.transform(quantity),
  /** The limit, or the mark at which it fills. */
  price: positive.transform(price),
  reduceOnly: z.boolean().default(false),
  /** The position's when there is one. */
  leverage: leverage.exactOptional(),
})

const fields = z.strictObject({
  mode: marginModeSchema,
  cash: signed.transform(money),
  rules: rulesSchema.default({ preset: 'classroom' }),
  positions: z.array(positionSchema).max(POSITIONS_MAX),
  /** Waiting ones, in the order in which they were placed. */
  orders: z.array(orderSchema).max(ORDERS_MAX).default([]),
})

/** A whole account as it is given to `cascade margin`. */
export const accountSchema = fields.transform(coherent)

/** What no field shows alone: seen only once every field is right. */
function coherent(account: z.output<typeof fields>, context: z.RefinementCtx): z.output<typeof fields> {
  const { rules, positions, orders } = account
  const say = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message })
  const names: readonly string[] = positions.map(({ instrument }) => instrument)
  for (const [index, { instrument, margin, mode = account.mode }] of positions.entries()) {
    const at = ['positions', index]
    if (names.indexOf(instrument) < index) say([...at, 'instrument'], 'has a position already; add them up')
    if (mode === 'cross' && margin)
      say([...at, 'margin'], 'is for isolated positions; cross ones share the cash')
    if (!tiersFor(rules, instrument)) {
      say([...at, 'instrument'], `is not one of ${CATALOGUE}: give rules.tiers or rules.maintenanceRate`)
    }
  }
  for (const [index, order] of orders.entries()) {
    const at = ['orders', index, 'leverage']
    const held = names.includes(order.instrument)
    if (held && order.leverage) say(at, 'is the position’s in this instrument; leave it out')
    if (!held && !order.leverage) say(at, 'must be given where there is no position in the instrument')
  }
  for (const name of rules.tiers?.keys() ?? []) {
    const used = name === EVERY || names.includes(name)
    if (!used) say(['rules', 'tiers', name], 'is a table that no position uses')
  }
  return account
}

/** A whole account, read. */
export type GivenAccount = z.output<typeof accountSchema>

/** The maintenance table of an instrument: its own, that of all, one rate for all, or the catalogue's. */
export const tiersFor = (rules: GivenAccount['rules'], id: InstrumentId): readonly Tier[] | undefined =>
  rules.tiers?.get(id) ?? rules.tiers?.get(EVERY) ?? rules.maintenanceRate ?? catalogued(id)?.tiers
