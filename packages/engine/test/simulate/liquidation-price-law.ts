import { type Account, isInTrouble, type Market, type Position, type Round } from '../../src/index.ts'
import type { Chance } from './chance.ts'
import { commandedRound, tickLiquidates } from './commanded-round.ts'
import { type LawRun, tryCases } from './law.ts'
import { randomAccount } from './random-account.ts'
import { beyond, checkShown, type Shown, shownOf } from './stepped-price.ts'

/** What was looked at, and what was not as it should be. */
export interface LiquidationPriceReport {
  readonly accounts: number
  /** Positions by mode, and by whether a price is shown. */
  readonly cross: number
  readonly isolated: number
  readonly priced: number
  readonly none: number
  readonly failures: readonly string[]
}

/** One account in so many comes about by commands, and is liquidated by the round's own ticks. */
const COMMANDED_EVERY = 25

/**
 * The shown liquidation price is within one price increment of where a stepped price liquidates, or is none
 * and no move of that instrument liquidates.
 */
export function checkLiquidationPrices(run: LawRun): LiquidationPriceReport {
  const tally = { accounts: 0, cross: 0, isolated: 0, priced: 0, none: 0 }
  const failures = tryCases('liquidation-price', run, (chance) => {
    tally.accounts += 1
    const cases = chance.below(COMMANDED_EVERY) === 0 ? commandedCases(chance) : randomCases(chance)
    return cases.flatMap(({ shown, faults }) => {
      tally[shown.position.marginMode] += 1
      tally[shown.price === null ? 'none' : 'priced'] += 1
      return faults.map((what) => `${shown.position.instrument}: ${what}`)
    })
  })
  return { ...tally, failures }
}

interface Case {
  readonly shown: Shown
  readonly faults: readonly string[]
}

function randomCases(chance: Chance): readonly Case[] {
  const { market, account } = randomAccount(chance)
  return casesOf(chance, market, account)
}

const casesOf = (chance: Chance, market: Market, account: Account): readonly Case[] =>
  [...account.positions.values()].map((position: Position) => {
    const shown = shownOf(market, account, position)
    return { shown, faults: checkShown(shown, chance) }
  })

/** The same questions, and then the deed: one of the positions is stepped to its end tick by tick. */
function commandedCases(chance: Chance): readonly Case[] {
  const round = commandedRound(chance)
  const [account] = round.accounts.values()
  if (!account) throw new Error('a round has a player')
  if (isInTrouble(round, account)) throw new Error('a tick leaves nobody in trouble')
  const cases = casesOf(chance, { ...round, marks: new Map(round.marks) }, account)
  const stepped = cases[chance.below(cases.length)]
  return cases.map((one) =>
    one === stepped ? { ...one, faults: [...one.faults, ...tickFaults(round, one.shown)] } : one,
  )
}

/** Lives two increments before the shown price, one before and at it; is liquidated in the tick after. */
function tickFaults(round: Round, shown: Shown): readonly string[] {
  if (shown.price === null) return []
  for (const steps of [-2, -1, 0, 1]) {
    const at = beyond(shown, shown.price, steps)
    if (!at.gt(0)) return []
    const liquidated = tickLiquidates(round, { id: shown.position.instrument }, at)
    if (liquidated !== steps > 0)
      return [`a tick at ${at} ${liquidated ? 'liquidates' : 'does not liquidate'}`]
  }
  return []
}
