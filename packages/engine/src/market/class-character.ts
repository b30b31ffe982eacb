import type { InstrumentClass } from './instrument.ts'

/** How the instruments of one class behave. */
export interface ClassCharacter {
  /** Volatility as a multiple of the market's. */
  readonly volatility: number
  /** Traded in a usual day, simulated dollars. */
  readonly dailyVolume: number
  /** What is bought or sold within 1 % of the price in a usual market, as a share of the daily volume. */
  readonly depthShare: number
  /** How far forced selling may hold the price from where it would be without, a share of that price. */
  readonly band: number
  /** Share of the variance that comes from the market as a whole. */
  readonly factorShare: number
  /** Jumps of its own in a usual day, aftershocks not counted. */
  readonly ownJumpsPerDay: number
  /** How much of a market event it takes, as a multiple of what Bitcoin takes. */
  readonly eventBeta: number
  /** Minutes in which its price finds back to the opening price; null when nothing holds it. */
  readonly anchorMinutes: number | null
}

/** The character of every class. */
export const CLASS_CHARACTERS: Readonly<Record<InstrumentClass, ClassCharacter>> = {
  MAJ1: character({ volatility: 1, dailyVolume: 20e9, depthShare: 0.013, band: 0.35, eventBeta: 1 }),
  MAJ2: character({ volatility: 1.3, dailyVolume: 14e9, depthShare: 0.009, band: 0.35, eventBeta: 1.1 }),
  ALT1: character({ volatility: 1.75, dailyVolume: 3.5e9, depthShare: 0.011, eventBeta: 1.4 }),
  ALT2: character({ volatility: 1.7, dailyVolume: 1.5e9, depthShare: 0.015, eventBeta: 1.4 }),
  MEME: character({
    volatility: 2.1,
    dailyVolume: 1e9,
    depthShare: 0.012,
    eventBeta: 1.5,
    ownJumpsPerDay: 2,
  }),
  STBL: character({
    volatility: 0.012,
    dailyVolume: 2e9,
    depthShare: 0.02,
    band: 0.35,
    eventBeta: 0,
    factorShare: 0.05,
    anchorMinutes: 360,
  }),
}

type Given = Pick<ClassCharacter, 'volatility' | 'dailyVolume' | 'depthShare' | 'eventBeta'> &
  Partial<ClassCharacter>

function character(given: Given): ClassCharacter {
  return { band: 0.6, factorShare: 0.77, ownJumpsPerDay: 0.6, anchorMinutes: null, ...given }
}
