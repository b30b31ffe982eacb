import type { LawReport, LawRun } from './law.ts'
import { checkLiquidationPrices, type LiquidationPriceReport } from './liquidation-price-law.ts'
import { checkMaintenance } from './maintenance-law.ts'
import { checkBankruptcy, checkMonotone } from './margin-laws.ts'
import { checkNoEdge } from './no-edge-law.ts'
import { checkPartialLiquidations } from './partial-liquidation-law.ts'
import { checkRoundTrips } from './round-trip-law.ts'
import { checkScoring } from './scoring-law.ts'

/** Something that must be true of every account or market, tried on random ones. */
type Law = (run: LawRun) => LawReport

/** Every law that `pnpm simulate --law NAME` tries. */
export const LAWS: ReadonlyMap<string, Law> = new Map([
  ['liquidation-price', (run) => reportOf(checkLiquidationPrices(run))],
  ['maintenance', checkMaintenance],
  ['monotone', checkMonotone],
  ['bankruptcy', checkBankruptcy],
  ['partial-liquidation', checkPartialLiquidations],
  ['round-trip', checkRoundTrips],
  ['no-edge', checkNoEdge],
  ['scoring', checkScoring],
])

const reportOf = ({ failures, ...counts }: LiquidationPriceReport): LawReport => ({ counts, failures })
