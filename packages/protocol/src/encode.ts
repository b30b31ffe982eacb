import { Decimal } from '@cascade/engine'

/** A domain value as JSON data: decimals are plain decimal strings, maps are lists of pairs. */
export type Encoded<T> = T extends Decimal
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends ReadonlyMap<infer Key, infer Value>
      ? [Encoded<Key>, Encoded<Value>][]
      : T extends readonly unknown[]
        ? { -readonly [Index in keyof T]: Encoded<T[Index]> }
        : { -readonly [Field in keyof T]: Encoded<T[Field]> }

/**
 * Turns a domain value into JSON data, ready to be sent or written. One pass, no schema: the types have been
 * checked.
 */
export const encode = <T>(value: T): Encoded<T> => plain(value) as Encoded<T>

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Decimal) return value.toFixed()
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map) return Array.from(value, ([key, held]) => [plain(key), plain(held)])
  const fields: Record<string, unknown> = {}
  for (const [field, held] of Object.entries(value)) if (held !== undefined) fields[field] = plain(held)
  return fields
}
