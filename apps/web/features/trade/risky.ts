import type { Outlook } from './outlook.ts'

/** Why an order is asked about once more. */
export interface Risks {
  readonly leverage: boolean
  readonly size: boolean
  readonly buffer: boolean
}

const LEVERAGE = 10
const SHARE = 0.5
const LEFT = 0.1

/**
 * What is risky about an order, or null when nothing is. An order that only makes an account safer never
 * is.
 */
export function risksOf({ effect, share, left }: Outlook, leverage: number): Risks | null {
  if (effect !== 'open' && effect !== 'increase' && effect !== 'flip') return null
  const risks = { leverage: leverage >= LEVERAGE, size: share >= SHARE, buffer: left < LEFT }
  return risks.leverage || risks.size || risks.buffer ? risks : null
}
