import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decimal } from '../../src/index.ts'

/** How far a figure may be from the printed one. */
export interface Tolerance {
  readonly abs?: string
  readonly rel?: string
}

/** What every worked example of somebody else has. */
export interface Row {
  readonly id: string
  readonly source: string
  readonly tolerance: Tolerance
}

/** The rows of one file beside this one. */
export function readRows<R>(file: string): readonly R[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
}

/**
 * Sources print their figures cut to a few digits: an absolute tolerance of nothing means every printed
 * digit.
 */
export function isNear(found: Decimal, wanted: string, { abs, rel }: Tolerance): boolean {
  const printed = new Decimal(wanted)
  const lastDigit = new Decimal(10).pow(-printed.decimalPlaces())
  const allowed = rel ? printed.abs().times(rel) : Decimal.max(abs ?? 0, lastDigit)
  return found.minus(printed).abs().lte(allowed)
}

/** The printed figure where the found one is near enough, else the found one. */
export const nearly = (found: Decimal | null | undefined, wanted: string, tolerance: Tolerance): string =>
  found && isNear(found, wanted, tolerance) ? wanted : (found?.toFixed() ?? 'none')
