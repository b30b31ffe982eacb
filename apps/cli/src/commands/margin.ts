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
import { problemsOf } from '@cascade/protocol'
import { z } from 'zod'
import { writeLines } from '../output.ts'

const NUMBER = /^-?(0|[1-9]\d{0,29})(\.\d{1,30})?$/
const NOT_A_NUMBER = 'must be a decimal number in quotation marks, such as "0.005"'
const signed = z
  .union([z.string().max(64), z.number().transform(String)], NOT_A_NUMBER)
  .pipe(z.string().regex(NUMBER, NOT_A_NUMBER))
const unsigned = signed.refine((text) => !text.startsWith('-'), 'must not be negative')
const positive = unsigned.refine((text) => /[1-9]/.test(text), 'must be above zero')

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

type Answer = Record<string, string | number | null>

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

/** What is to be said of one line: the prices of its position, unrounded, or what is wrong with it. */
export function answerOf(line: string, number: number): Answer {
  const value = json(line)
  if (value === undefined) return { error: 'this line is not JSON', line: number }
  const position = positionSchema.safeParse(value)
  return position.success
    ? pricesOf(position.data)
    : { error: problemsOf(position.error).join('; '), line: number }
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

const textOf = (value: Decimal | null): string | null => value?.toFixed() ?? null

function json(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
