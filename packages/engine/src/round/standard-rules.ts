import { money, rate } from '../number/units.ts'
import type { Rules } from './config.ts'

/** The money rules of a classroom round: 20x at most, exchange-like fees, a small insurance fund. */
export const STANDARD_RULES: Rules = {
  modePolicy: 'choice',
  defaultMode: 'cross',
  switching: 'when-flat',
  defaultLeverage: rate(5),
  leverageMax: rate(20),
  takerFeeRate: rate('0.0005'),
  makerFeeRate: rate('0.0002'),
  closingFeeRate: rate('0.001'),
  crossPolicy: 'all-at-once',
  lossPolicy: 'house-loss',
  funding: null,
  insuranceFund: money(10_000),
  wipedBelow: money(1),
}
