import { type InstrumentId, money, price, rate, size, type Tier } from '@cascade/engine'
import { instrumentName, marginModeSchema } from '@cascade/protocol'
import { z } from 'zod'
import { CATALOGUE, catalogued } from '../catalogue.ts'
import { positive, signed, unsigned } from '../numbers.ts'
import { flatTable, tierTable } from '../tier-table.ts'

const POSITIONS_MAX = 200
/** Stands for every instrument without a table of its own. */
const EVERY = '*'

const rulesSchema = z.strictObject({
  closingFeeRate: unsigned
    .transform(rate)
    .refine((share) => share.lt(1), 'must be a share below 1, such as "0.001"')
    .exactOptional(),
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

const positionSchema = z.strictObject({
  instrument: instrumentName,
  size: signed.refine((units) => /[1-9]/.test(units), 'must not be zero: negative is short').transform(size),
  entryPrice: positive.transform(price),
  markPrice: positive.transform(price),
  leverage: positive.transform(rate).refine((leverage) => leverage.gte(1), 'must be at least 1'),
  margin: unsigned.transform(money).exactOptional(),
})

const fields = z.strictObject({
  mode: marginModeSchema,
  cash: signed.transform(money),
  rules: rulesSchema.default({}),
  positions: z.array(positionSchema).max(POSITIONS_MAX),
})

/** A whole account as it is given to `cascade margin`. */
export const accountSchema = fields.transform(coherent)

/** What no field shows alone: seen only once every field is right. */
function coherent(account: z.output<typeof fields>, context: z.RefinementCtx): z.output<typeof fields> {
  const { mode, rules, positions } = account
  const say = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message })
  const names: readonly string[] = positions.map(({ instrument }) => instrument)
  for (const [index, { instrument, margin }] of positions.entries()) {
    const at = ['positions', index]
    if (names.indexOf(instrument) < index) say([...at, 'instrument'], 'has a position already; add them up')
    if (mode === 'cross' && margin)
      say([...at, 'margin'], 'is for isolated positions; cross ones share the cash')
    if (!tiersFor(rules, instrument)) {
      say([...at, 'instrument'], `is not one of ${CATALOGUE}: give rules.tiers or rules.maintenanceRate`)
    }
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
