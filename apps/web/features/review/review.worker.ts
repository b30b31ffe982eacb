import { checkMarket, marketDigest } from '@cascade/engine'
import { commitmentSchema, journalFrameSchema, openingSchema, read } from '@cascade/protocol'
import {
  accountLens,
  cascades,
  eventRows,
  otherMode,
  type Reading,
  readRound,
  resultRows,
  tellWords,
  timeline,
} from '@cascade/review'
import { z } from 'zod'
import type { Answer, Kept, Overview, Question } from './conversation.ts'

const recordSchema = z.object({
  commitment: commitmentSchema.nullable(),
  opening: openingSchema,
  frames: z.array(journalFrameSchema),
})

let reading: Reading | null = null

/** Runs the round again, away from the page, and answers with plain data. */
self.onmessage = ({ data }: MessageEvent<Question>) => {
  if (data.kind === 'read') say(readRecord(data))
  else if (data.kind === 'market') say({ kind: 'market', digest: marketDigest(data.ticks, 'normal') })
  else if (data.kind === 'tables') {
    if (reading) say({ kind: 'tables', tables: { results: resultRows(reading), events: eventRows(reading) } })
  } else if (reading) {
    const { seat } = data
    say({
      kind: 'account',
      review: { seat, lens: accountLens(reading, seat), otherMode: otherMode(reading, seat) },
    })
  }
}

const say = (answer: Answer): void => self.postMessage(answer)

function readRecord({ record: sent, ...kept }: Extract<Question, { kind: 'read' }>): Answer {
  // A browser that computes another market than the rest must not judge a round.
  checkMarket()
  const record = read(recordSchema, sent)
  if (!record.ok) return { kind: 'unreadable', problems: record.problems }
  const told = readRound({ ...record.value, commitmentSeen: kept.commitmentSeen })
  if (!told.ok) return { kind: 'untrue', problem: told.problem }
  reading = told.value
  return { kind: 'overview', overview: overviewOf(told.value, kept) }
}

function overviewOf(round: Reading, { ownWord }: Kept): Overview {
  const { config, record } = round
  return {
    timeline: timeline(round),
    cascades: cascades(round),
    contagion: round.contagion,
    rows: round.standings.map(({ seat, rank, equity, liquidations, wipedAtTick }) => {
      const { kind, character = null } = round.seats.get(seat) ?? {}
      const automatic = kind === 'automatic'
      return { seat, automatic, character, rank, equity: equity.toNumber(), liquidations, wipedAtTick }
    }),
    sizeIncrements: config.instruments.map(({ id, sizeIncrement }) => [id, sizeIncrement.toNumber()]),
    startingCash: config.startingCash.toNumber(),
    frames: record.frames.length,
    fingerprint: record.frames.at(-1)?.fingerprint ?? '',
    fairness: {
      seed: record.opening.seed,
      commitment: record.commitment ?? null,
      seen: typeof record.commitmentSeen === 'string',
      words: tellWords(round.seats.values(), ownWord),
      ownPrices: record.opening.script !== undefined,
    },
  }
}
