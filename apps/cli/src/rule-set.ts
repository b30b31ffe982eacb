import { presetSchema } from '@cascade/protocol'
import { z } from 'zod'

/** The name of a set of rules alone stands for an object that changes nothing about it. */
export const namedRules = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(
    (rules) => (typeof rules === 'string' ? { preset: rules } : rules),
    z.strictObject({ preset: presetSchema.default('classroom'), ...shape }),
  )
