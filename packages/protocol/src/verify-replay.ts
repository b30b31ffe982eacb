import {
  commitmentOf,
  countWords,
  hasItsScript,
  isOffScript,
  type Opening,
  RULES_VERSION,
  type WordCount,
} from '@cascade/engine'
import { z } from 'zod'
import { problemsOf } from './read.ts'
import { openingSchema, REPLAY_FORMAT, replayFrameSchema, type Summary } from './record.ts'
import { Recording } from './recording.ts'
import { commitmentSchema } from './round.ts'
import { unreadableTick } from './unreadable-tick.ts'

/**
 * What became of a replay file: carried out again and found the same to the letter, or the first tick that
 * differs.
 */
export type Verdict =
  | {
      readonly genuine: true
      readonly summary: Summary
      readonly frames: number
      readonly commitment: string
      /** How many players gave a word, and how many of these are in the market's key. */
      readonly words: WordCount
    }
  | {
      readonly genuine: false
      /**
       * The first tick that differs, 0 for what was decided before the first; null if it is no replay file
       * at all.
       */
      readonly tick: number | null
      /** What is wrong, in words. */
      readonly problem: string
    }

// Frames are read one by one, on the way: whatever is wrong is found at the tick where it is.
const fileSchema = z.strictObject({
  format: z.literal(REPLAY_FORMAT.format, 'is not a cascade replay file'),
  version: z.literal(REPLAY_FORMAT.version, 'is of a version that this program does not know'),
  rules: z.string(),
  commitment: commitmentSchema,
  opening: openingSchema,
  frames: z.array(z.unknown()),
  summary: z.unknown(),
})

/** Carries a replay file out again and compares: every fingerprint, every hash, and at last every letter. */
export function verifyReplay(text: string): Verdict {
  const json = parse(text)
  if (json.broken) return refuse(unreadableTick(text), `The file is not valid JSON: ${json.problem}`)
  const file = fileSchema.safeParse(json.value)
  if (!file.success) return refuse(isReplay(json.value) ? 0 : null, problemsOf(file.error).join('; '))
  const { rules, commitment, opening, frames } = file.data
  if (rules !== RULES_VERSION) {
    return refuse(0, `The round was played by the rules ${rules}; this program plays ${RULES_VERSION}.`)
  }
  if (commitmentOf(opening) !== commitment) {
    return refuse(0, 'The seed and the configuration are not the ones that were committed to.')
  }
  if (!hasItsScript(opening)) return refuse(0, 'The prices are not the ones that were committed to.')
  return carryOutAgain(opening, frames, text)
}

function carryOutAgain(opening: Opening, frames: readonly unknown[], text: string): Verdict {
  let tick = 0
  try {
    const recording = new Recording(opening)
    for (const written of frames) {
      tick = recording.round.tick + 1
      const problem = carryOutFrame(recording, written)
      if (problem !== null) return refuse(tick, problem)
    }
    return compareText(recording, frames.length, text)
  } catch (fault) {
    // A forged file may ask for what no server would have done; the engine's own assertions then speak.
    const words = fault instanceof Error ? fault.message : String(fault)
    return refuse(tick, `The round cannot be carried out again: ${words}`)
  }
}

function carryOutFrame(recording: Recording, written: unknown): string | null {
  const reading = replayFrameSchema.safeParse(written)
  if (!reading.success) return `The frame cannot be read: ${problemsOf(reading.error).join('; ')}`
  const { tick, commands, fingerprint, hash } = reading.data
  const next = recording.round.tick + 1
  if (commands.some((command) => isOffScript(recording.opening, next, command))) {
    return 'The marks are not those that the round was bound to.'
  }
  const { frame } = recording.carryOut(tick, commands)
  if (frame.fingerprint !== fingerprint) {
    return `The recorded fingerprint is ${fingerprint}, but the round leads to ${frame.fingerprint}.`
  }
  return frame.hash === hash ? null : 'The commands are not those that were recorded.'
}

function compareText(recording: Recording, frames: number, text: string): Verdict {
  let offset = 0
  for (const { tick, text: passage } of recording.passages) {
    if (!text.startsWith(passage, offset)) {
      const differs = firstDifference(text, passage, offset)
      return refuse(tick, `The text differs from what the round writes, at character ${differs + 1}.`)
    }
    offset += passage.length
  }
  if (offset < text.length) {
    return refuse(recording.round.tick, `The text goes on after its end, at character ${offset + 1}.`)
  }
  const { opening, round, summary } = recording
  const words = countWords(round.seats.values())
  return { genuine: true, summary, frames, commitment: commitmentOf(opening), words }
}

function firstDifference(text: string, passage: string, from: number): number {
  let at = 0
  while (at < passage.length && passage[at] === text[from + at]) at += 1
  return from + at
}

const refuse = (tick: number | null, problem: string): Verdict => ({ genuine: false, tick, problem })

/** A file of which one part is not as it should be still has the others. */
const isReplay = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('frames' in value || 'opening' in value)

type Parsed =
  | { readonly broken: false; readonly value: unknown }
  | { readonly broken: true; readonly problem: string }

function parse(text: string): Parsed {
  try {
    return { broken: false, value: JSON.parse(text) }
  } catch (error) {
    return { broken: true, problem: error instanceof Error ? error.message.slice(0, 200) : 'unknown' }
  }
}
