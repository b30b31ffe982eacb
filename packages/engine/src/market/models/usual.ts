const DAY = 1440
const USUAL_DAY = 0.021

/** Volatility of a usual minute for an instrument of class MAJ1: 2.1 % in a day. */
export const USUAL_MINUTE: number = USUAL_DAY / Math.sqrt(DAY)
