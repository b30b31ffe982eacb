import type { MarketSetting } from './model.ts'

const DAY = 1440
const USUAL_DAY = 0.021

/**
 * Volatility of a usual minute for an instrument of class MAJ1: 2.1 % in a day, times what the round asks
 * for.
 */
export const usualMinute = ({
  scenario,
  volatility,
}: Pick<MarketSetting, 'scenario' | 'volatility'>): number =>
  (USUAL_DAY / Math.sqrt(DAY)) * scenario.volatility * volatility
