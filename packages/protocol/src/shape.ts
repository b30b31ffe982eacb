import { z } from 'zod'

/**
 * A closed set of words, written as a table so that a word of the engine that is missing here does not
 * compile.
 */
export const oneOf = <T extends string>(words: { readonly [Word in T]: Word }) => z.enum(words)

/** A map as it is written: a list of pairs in the map's order. */
export const mapOf = <Key extends z.ZodType, Value extends z.ZodType>(key: Key, value: Value) =>
  z
    .array(z.tuple([key, value]))
    // The compiler cannot see that the two schemas, still unknown here, are not optional: the pair is a pair.
    .transform((pairs) => new Map(pairs as [z.output<Key>, z.output<Value>][]))

/** A whole number that counts something: 0, 1, 2 … */
export const count = z.int().min(0)
