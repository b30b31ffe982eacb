import { describe, expect, test } from 'vitest'
import { IsolatedPlay, type IsolatedRow, type PlayedStep, type Printed } from './isolated-play.ts'
import { nearly, type Row, readRows } from './rows.ts'

/** Plays a row from beginning to end and compares whatever is printed about each step. */
function check(row: IsolatedRow): void {
  const play = new IsolatedPlay(row)
  for (const [index, step] of row.steps.entries()) {
    const answer = play.carryOut(step)
    expect(answer, `step ${index + 1}`).toBe(step.rejection ?? 'accepted')
    expect(found(play, step, row), `step ${index + 1}`).toEqual(printed(step))
  }
}

const printed = ({ seats = {}, fees, fundChange, liquidated = [] }: PlayedStep) => ({
  seats,
  fees,
  fundChange,
  liquidated,
})

const FIGURES = [
  'size',
  'margin',
  'entryPrice',
  'entryNotional',
  'leverageRate',
  'marginRatio',
  'spent',
] as const satisfies readonly (keyof Printed)[]

/** The same as is printed of a step, as the round has it: as printed where it is near enough. */
function found(play: IsolatedPlay, step: PlayedStep, { tolerance }: Row) {
  const seats = Object.entries(step.seats ?? {}).map(([name, wanted]) => {
    const figures = play.figures(name)
    const shown = FIGURES.flatMap((figure) => {
      const figureWanted = wanted[figure]
      return figureWanted === undefined ? [] : [[figure, nearly(figures[figure], figureWanted, tolerance)]]
    })
    return [name, Object.fromEntries(shown)]
  })
  return {
    seats: Object.fromEntries(seats),
    fees: step.fees && nearly(play.fees(), step.fees, tolerance),
    fundChange: step.fundChange && nearly(play.fundChange(), step.fundChange, tolerance),
    liquidated: (step.liquidated ?? []).filter((name) => isGone(play, name)),
  }
}

const isGone = (play: IsolatedPlay, name: string): boolean =>
  play.account(name).positions.size === 0 && play.account(name).liquidations === 1

describe('isolated margins of others', () => {
  test.each(readRows<IsolatedRow>('isolated-trades.json'))(
    'MAR-009 $id: what trades put into an isolated margin and take out of it ($source)',
    check,
  )

  test.each(readRows<IsolatedRow>('isolated-loss-caps.json'))(
    'MAR-010 $id: a loss is no more than the margin of what is closed ($source)',
    check,
  )

  test.each(readRows<IsolatedRow>('isolated-transfers.json'))(
    'MAR-012 $id: margin is added and taken back ($source)',
    check,
  )

  test.each(readRows<IsolatedRow>('isolated-leverage.json'))(
    'MAR-013 $id: another leverage, another margin ($source)',
    check,
  )

  test.each(readRows<IsolatedRow>('isolated-liquidations.json'))(
    'LIQ-005 $id: the margin is gone, and the fund has what is left or pays what is missing ($source)',
    check,
  )
})
