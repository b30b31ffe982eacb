/** An amount as the engine, the wire or a slider holds it. */
export type Amount = number | string | { toNumber(): number }

/** The amount as a number: near enough for a screen, never for a rule. */
export function amountOf(value: Amount): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? Number(value) : value.toNumber()
}
