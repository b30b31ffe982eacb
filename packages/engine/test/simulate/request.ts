import { parseArgs } from 'node:util'
import { LAWS } from './laws.ts'

/** What the command was asked for. */
export type Request =
  | { readonly do: 'help' }
  | {
      readonly do: 'law'
      readonly law: string
      readonly seed: string
      readonly count: number
      readonly json: boolean
    }

/** Something was asked for that this command does not do. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked'
}

export const HELP = `pnpm simulate --law NAME [--count N] [--seed S]   a law of margin on N random cases

  --law NAME  ${[...LAWS.keys()].join(', ')}
  --count N   how many cases (1000)
  --seed S    any text (1)
  --json      one JSON object on standard output, and nothing else

Ends with 1 when anything differs. One round of automatic players is \`pnpm -s cascade simulate\`.`

const options = {
  law: { type: 'string' },
  count: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the words after the command, or throws NotAsked with a sentence to print. */
export function readRequest(words: readonly string[]): Request {
  const { help, law, json, seed = '1', count = '1000' } = valuesOf(words)
  if (help) return { do: 'help' }
  if (law === undefined) throw notThis(words, 'say which law, as in --law liquidation-price')
  if (!LAWS.has(law)) throw new NotAsked(`there is no law ${law}: ${[...LAWS.keys()].join(', ')}`)
  return { do: 'law', law, seed, count: some('--count', count), json }
}

function valuesOf(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options }).values
  } catch (error) {
    throw notThis(words, error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

/** Nothing tried would be nothing found, and look as if all were well. */
function some(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotAsked(`${option} takes a whole number from 1, not "${text}"`)
  return Number(text)
}

const notThis = (words: readonly string[], why: string): NotAsked =>
  new NotAsked(
    [
      `simulate: ${why}`,
      'This command tries the engine on many accounts: pnpm simulate --help.',
      `One round of automatic players is another: ${['pnpm cascade simulate', ...words].join(' ')}`,
    ].join('\n'),
  )
