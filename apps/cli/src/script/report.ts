import type { Round, RoundEvent } from '@cascade/engine'
import { encode } from '@cascade/protocol'
import { accountReports } from './accounts.ts'
import type { Performance, StepReport } from './perform.ts'

/** What a performed script came to, as JSON data. */
export function report({ steps, recording }: Performance) {
  const { round } = recording
  return encode({
    steps: steps.map((step) => stepReport(step, round)),
    seats: accountReports(round),
    house: round.books?.house ?? null,
    insurance: round.books?.insurance ?? null,
    phase: round.phase,
    tick: round.tick,
    fingerprint: round.fingerprint,
  })
}

/** What a performed script came to, as JSON data. */
export type Report = ReturnType<typeof report>

const stepReport = ({ asked, events, ...step }: StepReport, round: Round) => ({
  ...step,
  asked: { ...asked, ...(asked.marks && { marks: Object.fromEntries(asked.marks) }) },
  events: events.map((event) => told(event, round)),
})

/** The market's hidden state and its volumes mean nothing where the marks were written by hand. */
function told(event: RoundEvent, { config }: Round) {
  if (event.type !== 'market.moved') return event
  const { type, tick, marks } = event
  return {
    type,
    tick,
    marks: Object.fromEntries(config.instruments.map(({ id }, index) => [id, marks[index]])),
  }
}
