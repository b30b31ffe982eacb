import type {
  GhostMoves,
  Ghosts,
  Impact,
  ImpactBook,
  ImpactPath,
  ImpactRule,
  ImpactSecret,
  InstrumentGauge,
  InstrumentImpact,
  SideGauge,
} from '@cascade/engine'
import { z } from 'zod'
import { priceSchema } from './decimal.ts'
import { instrumentName } from './name.ts'
import { count } from './shape.ts'

/** How trades and liquidations move the prices of a round. */
export const impactRuleSchema = z.strictObject({
  crowd: z.number().positive(),
  openInterest: z.number().min(0),
  throttle: z.number().positive(),
  leastDepth: z.number().positive(),
}) satisfies z.ZodType<ImpactRule>

const impactSchema = z.strictObject({
  pressure: z.number(),
  permanent: z.number(),
  depth: z.number(),
}) satisfies z.ZodType<Impact>

const layers = z.array(count)

const ghostMovesSchema = z.strictObject({
  longsLiquidated: layers,
  shortsLiquidated: layers,
  renewed: layers,
}) satisfies z.ZodType<GhostMoves>

/** What trades did to one price, as everybody may know it. */
export const instrumentImpactSchema = z.strictObject({
  base: priceSchema,
  impact: impactSchema,
  low: priceSchema,
  high: priceSchema,
  sold: z.number(),
  waiting: z.number(),
  ghosts: ghostMovesSchema,
}) satisfies z.ZodType<InstrumentImpact>

const pathSchema = z.strictObject({
  impact: impactSchema,
  recent: z.number(),
  from: z.number(),
}) satisfies z.ZodType<ImpactPath>

/** What would have been without liquidations: nobody sees it before the bell. */
export const impactSecretSchema = z.strictObject({
  live: z.strictObject({ recent: z.number(), from: z.number() }),
  calm: pathSchema,
}) satisfies z.ZodType<ImpactSecret>

const ghostsSchema = z.strictObject({
  entries: z.array(z.number()),
  longs: z.array(z.boolean()),
  shorts: z.array(z.boolean()),
}) satisfies z.ZodType<Ghosts>

/** Everything that the whole round keeps of how trades move one instrument. */
export const impactBookSchema = z.strictObject({
  live: pathSchema,
  calm: pathSchema,
  waiting: z.number(),
  ghosts: ghostsSchema,
}) satisfies z.ZodType<ImpactBook>

const sideGaugeSchema = z.strictObject({
  ratio: z.number(),
  fuse: z.number().nullable(),
}) satisfies z.ZodType<SideGauge>

/** How near an instrument is to a cascade. */
export const instrumentGaugeSchema = z.strictObject({
  instrument: instrumentName,
  down: sideGaugeSchema,
  up: sideGaugeSchema,
}) satisfies z.ZodType<InstrumentGauge>
