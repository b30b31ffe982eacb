import type { InstrumentId, Money } from '@cascade/engine'
import type { Inputs } from './inputs.ts'
import { openingMargin, reportOf } from './report.ts'

/** Why a round would not let these positions be opened. */
export type Problem =
  | { readonly kind: 'cash'; readonly needed: Money }
  | { readonly kind: 'leverage'; readonly instruments: readonly InstrumentId[] }

/** What a round would say no to, in the order of its own checks. The figures are worked out all the same. */
export function problemsOf(inputs: Inputs): readonly Problem[] {
  const needed = openingMargin(inputs)
  const instruments = liquidatableWhenOpened(inputs)
  return [
    ...(needed.gt(inputs.cash) ? [{ kind: 'cash', needed } as const] : []),
    ...(instruments.length > 0 ? [{ kind: 'leverage', instruments } as const] : []),
  ]
}

/** MAR-015: an isolated position that is below its requirement at its own entry is never opened. */
function liquidatableWhenOpened(inputs: Inputs): readonly InstrumentId[] {
  const positions = inputs.positions.map((position) => ({ ...position, move: 0 }))
  return reportOf({ ...inputs, positions }, 'isolated').closed
}
