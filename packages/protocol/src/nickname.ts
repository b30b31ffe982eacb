import { z } from 'zod'

const LENGTH_MIN = 3
const LENGTH_MAX = 16
/** Normalising can make a text longer, so what comes in is bounded first. */
const RAW_LENGTH_MAX = 64

// Letters of every script, digits and single spaces or . _ - ' between them. Control, bidi, zero-width and
// NUL are in none of these classes, nor is a sign that a spreadsheet would take for the beginning of a
// formula.
const ALLOWED = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[ ._'-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u
/** Letters of some languages carry two marks; a tower of them covers its neighbours. */
const TOWER = /\p{M}{3}/u

/** A nickname in one form only (NFKC, no outer spaces), 3 to 16 characters that nobody can be misled by. */
export const nickname = z
  .string('must be a name')
  .max(RAW_LENGTH_MAX, 'must have at most 16 characters')
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(
    z
      .string()
      .refine((text) => lengthOf(text) >= LENGTH_MIN, 'must have at least 3 characters')
      .refine((text) => lengthOf(text) <= LENGTH_MAX, 'must have at most 16 characters')
      .refine((text) => ALLOWED.test(text) && !TOWER.test(text), 'must be letters, digits and single spaces'),
  )

const lengthOf = (text: string): number => [...text].length
