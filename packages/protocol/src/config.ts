import type { Instrument, InstrumentClass, ModePolicy, RoundConfig, Rules } from '@cascade/engine'
import { z } from 'zod'
import { moneySchema, priceSchema, quantitySchema, rateSchema } from './decimal.ts'
import { impactRuleSchema } from './impact.ts'
import { instrumentName, roundName } from './name.ts'
import { oneOf } from './shape.ts'

/** How a position is backed. */
export const marginModeSchema = oneOf({ cross: 'cross', isolated: 'isolated' })

/** Which margin modes a round's players may use. */
export const modePolicySchema = oneOf<ModePolicy>({
  choice: 'choice',
  'cross-only': 'cross-only',
  'isolated-only': 'isolated-only',
})

/** When ranks are shown. */
export const ranksVisibleSchema = oneOf<RoundConfig['ranksVisible']>({ live: 'live', bell: 'bell' })

const digestSchema = z
  .string()
  .max(64)
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')

const instrumentSchema = z.strictObject({
  id: instrumentName,
  name: z.string().min(1).max(64),
  class: oneOf<InstrumentClass>({
    MAJ1: 'MAJ1',
    MAJ2: 'MAJ2',
    ALT1: 'ALT1',
    ALT2: 'ALT2',
    MEME: 'MEME',
    STBL: 'STBL',
  }),
  openingPrice: priceSchema,
  priceIncrement: priceSchema,
  sizeIncrement: quantitySchema,
  quantityMax: quantitySchema,
  tiers: z.array(
    z.strictObject({ floor: moneySchema, maintenanceRate: rateSchema, maintenanceAmount: moneySchema }),
  ),
}) satisfies z.ZodType<Instrument>

const rulesSchema = z.strictObject({
  modePolicy: modePolicySchema,
  defaultMode: marginModeSchema,
  switching: oneOf<Rules['switching']>({ 'when-flat': 'when-flat', 'with-position': 'with-position' }),
  defaultLeverage: rateSchema,
  leverageMax: rateSchema,
  takerFeeRate: rateSchema,
  makerFeeRate: rateSchema,
  closingFeeRate: rateSchema,
  crossPolicy: oneOf<Rules['crossPolicy']>({
    'all-at-once': 'all-at-once',
    'largest-first': 'largest-first',
  }),
  lossPolicy: oneOf<Rules['lossPolicy']>({
    'house-loss': 'house-loss',
    'auto-deleveraging': 'auto-deleveraging',
    'socialised-loss': 'socialised-loss',
  }),
  funding: z.strictObject({ everyTicks: z.int().min(1), rate: rateSchema }).nullable(),
  insuranceFund: moneySchema,
  wipedBelow: moneySchema,
}) satisfies z.ZodType<Rules>

/** Everything that is decided about a round before it opens. */
export const roundConfigSchema = z.strictObject({
  id: roundName,
  instruments: z.array(instrumentSchema).min(1),
  rules: rulesSchema,
  clock: z.strictObject({
    ticks: z.int().min(1),
    tickMs: z.number().min(0),
    marketMinutesPerTick: z.number().positive(),
  }),
  market: z.strictObject({
    scenario: z.string().min(1).max(40),
    volatility: z.number().positive(),
    scripted: z.literal(true).exactOptional(),
    impact: impactRuleSchema.exactOptional(),
    scriptDigest: digestSchema.exactOptional(),
  }),
  startingCash: moneySchema,
  seatsMax: z.int().min(1),
  ranksVisible: ranksVisibleSchema,
  standingsEvery: z.int().min(1),
}) satisfies z.ZodType<RoundConfig>
