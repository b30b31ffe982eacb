import { table } from '../table.ts'
import type { Report } from './report.ts'

type Step = Report['steps'][number]
type Seats = Report['seats']

/** A report as lines for people: each step with what followed from it, then the accounts. */
export const words = (report: Report): readonly string[] => [
  ...report.steps.flatMap(stepLines),
  '',
  `after tick ${report.tick} (${report.phase}):`,
  ...accountLines(report.seats),
  `house ${report.house}, insurance fund ${report.insurance}`,
]

function stepLines(step: Step): readonly string[] {
  const asked = Object.entries(step.asked).map(([kind, body]) => `${kind} ${fields(body)}`.trim())
  const why = step.rejection ? ` ${fields(step.rejection)}` : ''
  return [
    `${step.step}. ${asked.join()}: ${step.outcome}${why}`,
    ...step.events.map(({ type, ...event }) => `   ${type} ${fields(event)}`.trimEnd()),
    ...(step.accounts ? accountLines(step.accounts).map((line) => `   ${line}`) : []),
  ]
}

/** A number, or the plain fields of a value; lists and nested values are for `--json`. */
function fields(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .filter(([, held]) => held !== null && typeof held !== 'object' && held !== false)
    .map(([name, held]) => `${name}=${held}`)
    .join(' ')
}

const accountLines = (seats: Seats): readonly string[] => [
  ...table(
    ['seat', 'cash', 'equity', 'free margin', 'liquidations', 'wiped'],
    seats.map((seat) => [
      seat.seat,
      seat.cash,
      seat.equity,
      seat.freeMargin,
      String(seat.liquidations),
      seat.wipedAtTick === null ? '' : `tick ${seat.wipedAtTick}`,
    ]),
  ),
  ...positionLines(seats),
]

function positionLines(seats: Seats): readonly string[] {
  const rows = seats.flatMap(({ seat, positions }) =>
    positions.map((held) => [
      seat,
      held.instrument,
      held.marginMode,
      held.size,
      held.entryPrice,
      held.markPrice,
      held.margin,
      held.equity,
      held.liquidationPrice ?? 'none',
    ]),
  )
  const heading = [
    'seat',
    'instrument',
    'mode',
    'size',
    'entry',
    'mark',
    'margin',
    'behind it',
    'liquidation at',
  ]
  return rows.length === 0 ? [] : table(heading, rows)
}
