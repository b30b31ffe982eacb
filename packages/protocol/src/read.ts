import type { z } from 'zod'

/** Either a fresh typed value, or what is wrong with the message, in words. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] }

const PROBLEMS_MAX = 8
const PROBLEM_LENGTH_MAX = 200

/** Reads anything through a schema. The answer is built anew; nothing of the message is kept or merged. */
export function read<T>(schema: z.ZodType<T>, message: unknown): Reading<T> {
  const result = schema.safeParse(message)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, problems: problemsOf(result.error) }
}

/** What is wrong, as short sentences that name the field: `startingCash: must be …`. At most eight. */
export const problemsOf = (error: z.ZodError): readonly string[] =>
  error.issues.slice(0, PROBLEMS_MAX).map(({ path, message }) => {
    const where = path.map(String).join('.')
    return (where === '' ? message : `${where}: ${message}`).slice(0, PROBLEM_LENGTH_MAX)
  })
