import { createInterface } from 'node:readline'
import {
  type Decimal,
  type LiquidationInputs,
  money,
  notionalOf,
  price,
  quantity,
  rate,
  solveBankruptcyPrice,
  solveLiquidationPrice,
} from '@cascade/engine'
import { read } from '@cascade/protocol'
import { z } from 'zod'
import { accountAnswer } from '../account/answer.ts'
import { accountSchema } from '../account/schema.ts'
import { tableAnswer, tableSchema } from '../account/table.ts'
import { positive, signed, unsigned } from '../numbers.ts'
import { writeLines } from '../output.ts'

const positionSchema = z.strictObject({
  side: z.enum(['long', 'short'], 'must be "long" or "short"'),
  size: positive.transform(quantity),
  entryPrice: positive.transform(price),
  /** Isolated: the position's margin. Cross: the shared cash. */
  walletBalance: signed.transform(money),
  maintenanceRate: unsigned.default('0').transform(rate),
  maintenanceAmount: unsigned.default('0').transform(money),
  otherUnrealizedPnl: signed.default('0').transform(money),
  otherMaintenanceMargin: unsigned.default('0').transform(money),
  closingFeeRate: unsigned.default('0').transform(rate),
})

type Answer = Readonly<Record<string, unknown>>

/**
 * Answers every line of standard input with one line. A bad line is answered too, and remembered until the
 * end.
 */
export async function margin(): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1
    if (line.trim() === '') continue
    const answer = answerOf(line, number)
    if ('error' in answer) process.exitCode = 1
    await writeLines([JSON.stringify(answer)])
  }
}

/**
 * What is to be said of one line: how its account stands, the unrounded prices of its position, or what its
 * table asks for; else what is wrong with it.
 */
export function answerOf(line: string, number: number): Answer {
  const value = json(line)
  if (value === undefined) return { error: 'this line is not JSON', line: number }
  const reading = read(lineFor(value), value)
  return reading.ok ? reading.value : { error: reading.problems.join('; '), line: number }
}

/** An account has positions or a mode, a table its tiers at the top; everything else is one position. */
function lineFor(value: unknown): typeof accountLine | typeof tableLine | typeof positionLine {
  const has = (field: string) => typeof value === 'object' && value !== null && Object.hasOwn(value, field)
  if (has('positions') || has('mode')) return accountLine
  return has('tiers') ? tableLine : positionLine
}

function pricesOf(position: z.output<typeof positionSchema>): Answer {
  const { size, entryPrice, walletBalance, otherUnrealizedPnl, maintenanceRate, maintenanceAmount } = position
  const side = position.side === 'long' ? 1 : -1
  const notional = notionalOf(size, entryPrice)
  const inputs: LiquidationInputs = {
    side,
    quantity: size,
    entryCost: money(notional.times(side)),
    wallet: walletBalance,
    otherUnrealizedPnl,
    otherRequirement: position.otherMaintenanceMargin,
    closingFeeRate: position.closingFeeRate,
  }
  const equity = money(walletBalance.plus(otherUnrealizedPnl))
  const liquidation = solveLiquidationPrice(inputs, { maintenanceRate, maintenanceAmount })
  return {
    liquidationPrice: textOf(liquidation),
    bankruptcyPrice: textOf(solveBankruptcyPrice({ side, quantity: size, at: entryPrice, equity })),
    entryNotional: notional.toFixed(),
    maintenanceAtEntry: notional.times(maintenanceRate).minus(maintenanceAmount).toFixed(),
    equityAtEntry: equity.toFixed(),
    leverageAtEntry: equity.gt(0) ? notional.div(equity).toFixed() : null,
  }
}

const accountLine = accountSchema.transform((account): Answer => accountAnswer(account))
const tableLine = tableSchema.transform((table): Answer => tableAnswer(table))
const positionLine = positionSchema.transform(pricesOf)

const textOf = (value: Decimal | null): string | null => value?.toFixed() ?? null

function json(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
