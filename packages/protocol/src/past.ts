import { z } from 'zod'
import { roundEventSchema } from './event.ts'
import { count } from './shape.ts'

/** The marks of ticks that are over, from one tick on. */
export const pastMarksSchema = z.strictObject({
  /** The tick of the first mark. */
  fromTick: count,
  /** Ticks from one mark to the next; more than one where a long round was thinned. */
  every: z.int().min(1),
  /**
   * Per instrument, in the order of the configuration: the first mark, then the step to each next one, in
   * whole price increments.
   */
  steps: z.array(z.array(z.int())),
  /**
   * Per instrument, what was traded up to each mark since the one before it: so many times `unit`, which is
   * counted in the instrument. A bar in a chart needs no more digits.
   */
  volumes: z.array(z.strictObject({ unit: z.number().positive(), counts: z.array(count) })),
})

/** What came before a snapshot and is no part of the round: to be drawn and told, never folded. */
export const pastSchema = z.strictObject({
  marks: pastMarksSchema,
  /** The last fills and liquidations of the caller's own account, and its end, in order, without postings. */
  milestones: z.array(roundEventSchema),
})

/** The marks of ticks that are over, from one tick on. */
export type PastMarks = z.output<typeof pastMarksSchema>
/** What came before a snapshot and is no part of the round. */
export type Past = z.output<typeof pastSchema>
