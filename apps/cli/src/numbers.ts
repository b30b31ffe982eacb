import { z } from 'zod'

const NUMBER = /^-?(0|[1-9]\d{0,29})(\.\d{1,30})?$/
const NOT_A_NUMBER = 'must be a decimal number in quotation marks, such as "0.005"'

const text = z.union([z.string().max(64), z.number().transform(String)], NOT_A_NUMBER)

/** A number with a sign as decimal text: at most 30 digits and 30 decimals, never an exponent. */
export const signed = text.pipe(z.string().regex(NUMBER, NOT_A_NUMBER))
/** The same, zero or above. */
export const unsigned = signed.refine((value) => !value.startsWith('-'), 'must not be negative')
/** The same, above zero. */
export const positive = unsigned.refine((value) => /[1-9]/.test(value), 'must be above zero')

/** What the protocol lets a person ask for, also as a plain JSON number. */
export const asked = <T>(schema: z.ZodType<T, string>) => text.pipe(schema)
