import { z } from 'zod'

// Rows of older versions may hold a config that this version would not write: only what is shown is read.
const shown = z.object({
  instruments: z.array(z.object({ id: z.string(), name: z.string() })),
  market: z.object({
    scenario: z.string(),
    volatility: z.number(),
    scripted: z.literal(true).exactOptional(),
  }),
  clock: z.object({ ticks: z.number(), tickMs: z.number() }),
  rules: z.object({ modePolicy: z.string(), leverageMax: z.string() }),
  startingCash: z.string(),
})

/** What a list tells of a round's market. */
export interface MarketSummary {
  readonly instruments: readonly { readonly id: string; readonly name: string }[]
  readonly scenario: string
  /** The host brought the prices: then the scenario decided nothing. */
  readonly scripted: boolean
  readonly volatility: number
  readonly ticks: number
  readonly tickMs: number
  readonly modePolicy: string
  /** A decimal string. */
  readonly leverageMax: string
  /** Simulated dollars, a decimal string. */
  readonly startingCash: string
}

/** Reads what is shown of a stored configuration; null when it is none. */
export function marketOf(config: unknown): MarketSummary | null {
  const read = shown.safeParse(config)
  if (!read.success) return null
  const { instruments, market, clock, rules, startingCash } = read.data
  return { instruments, ...market, scripted: market.scripted === true, ...clock, ...rules, startingCash }
}
