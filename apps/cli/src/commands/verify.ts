import { readFile } from 'node:fs/promises'
import { encode, type Verdict, verifyReplay } from '@cascade/protocol'
import { fail, writeLines } from '../output.ts'

/** Carries a replay file out again and says whether it is genuine. */
export async function verify(file: string, options: { readonly json?: boolean }): Promise<void> {
  const text = await contents(file)
  if (text === null) return fail(`${file} cannot be read.`)
  const verdict = verifyReplay(text)
  if (options.json) await writeLines([JSON.stringify(encode(verdict))])
  if (!verdict.genuine) return fail(...refusal(file, verdict))
  if (!options.json) await writeLines(confirmation(file, verdict))
}

async function contents(file: string): Promise<string | null> {
  try {
    // Bytes that are no text become a sign that no replay file holds, and the tick where they stand is named.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(file))
  } catch {
    return null
  }
}

type Confirmed = Extract<Verdict, { genuine: true }>

const confirmation = (file: string, { summary, frames, commitment, words }: Confirmed): string[] => [
  `${file} is genuine.`,
  `${frames} frames were carried out again, up to tick ${summary.ticks}.`,
  'Every fingerprint and every letter is the same.',
  'The seed and the configuration are the ones that were committed to before the round.',
  wordsLine(words),
  `fingerprint ${summary.fingerprint}`,
  `commitment  ${commitment}`,
]

const wordsLine = ({ committed, revealed }: Confirmed['words']): string =>
  committed === 0
    ? "No player gave a word: the market's key is the seed alone."
    : `${revealed} of ${committed} players' words are in the market's key.`

const refusal = (file: string, { tick, problem }: Extract<Verdict, { genuine: false }>): string[] => [
  `${file} is refused.`,
  ...(tick === null ? ['It is not a Cascade replay file.'] : [`First tick that differs: ${tick}`]),
  problem,
]
