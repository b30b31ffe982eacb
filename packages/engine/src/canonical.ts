import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { assert } from './assert.ts'
import { Decimal } from './number/decimal.ts'

/**
 * One text for one value: JSON with sorted keys, decimals as plain decimal strings, maps as lists of pairs in
 * their order. Absent and undefined fields are the same. Throws a Fault for anything that has no single text.
 */
export function canonical(value: unknown): string {
  if (value instanceof Decimal) return `"${value.toFixed()}"`
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return numberText(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value instanceof Map) return canonical([...value])
  assert(typeof value === 'object', 'a canonical value is data')
  return objectText(value)
}

/** The SHA-256 of a text, as 64 hexadecimal digits. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The next link of a hash chain: the digest of the previous link and a text. */
export const chain = (previous: string, text: string): string => digestOf(`${previous}\n${text}`)

function numberText(value: number): string {
  assert(Number.isFinite(value), 'a canonical number is finite')
  return Object.is(value, -0) ? '0' : String(value)
}

function objectText(value: object): string {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}
