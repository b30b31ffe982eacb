import type { FeedState } from '@cascade/engine'
import { z } from 'zod'
import { count } from './shape.ts'

/** What a feed remembers between two ticks. Only ever written by the server for itself. */
export const feedStateSchema = z.strictObject({
  model: z.string().max(64),
  tick: count,
  values: z.array(z.number()),
}) satisfies z.ZodType<FeedState>
