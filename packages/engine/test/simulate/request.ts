import { parseArgs } from 'node:util'
import { LAWS } from './laws.ts'

/** What the command was asked for. */
export type Request =
  | { readonly do: 'help' }
  | { readonly do: 'mutations' }
  | { readonly do: 'seeds'; readonly from: number; readonly count: number; readonly json: boolean }
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

export const HELP = `pnpm simulate --seeds N [--from K]               whole rounds, engine against auditor
pnpm simulate --law NAME --count N [--seed S]   a law of margin on N random cases
pnpm simulate --mutations                       whether the auditor notices bugs that are planted

  --seeds N   how many rounds, one per seed     --from K   the first seed (1)
  --law NAME  ${[...LAWS.keys()].join(', ')}
  --count N   how many cases (1000)             --seed S   any text (1)
  --json      one JSON object on standard output, and nothing else

Ends with 1 when anything differs. One round of automatic players is \`pnpm -s cascade simulate\`.`

const options = {
  seeds: { type: 'string' },
  from: { type: 'string' },
  law: { type: 'string' },
  count: { type: 'string' },
  seed: { type: 'string' },
  mutations: { type: 'boolean' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the words after the command, or throws NotAsked with a sentence to print. */
export function readRequest(words: readonly string[]): Request {
  const { help, mutations, seeds, law, json, ...rest } = valuesOf(words)
  if (help) return { do: 'help' }
  const asked = [seeds, law, mutations].filter((value) => value !== undefined)
  if (asked.length !== 1) throw notThis(words, 'say one of --seeds, --law and --mutations')
  if (mutations) return { do: 'mutations' }
  if (law === undefined) {
    refuse(words, { '--count': rest.count, '--seed': rest.seed })
    return { do: 'seeds', from: whole('--from', rest.from ?? '1'), count: some('--seeds', seeds), json }
  }
  refuse(words, { '--from': rest.from })
  if (!LAWS.has(law)) throw new NotAsked(`there is no law ${law}: ${[...LAWS.keys()].join(', ')}`)
  return { do: 'law', law, seed: rest.seed ?? '1', count: some('--count', rest.count ?? '1000'), json }
}

function valuesOf(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options }).values
  } catch (error) {
    throw notThis(words, error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

function refuse(words: readonly string[], unwanted: Readonly<Record<string, string | undefined>>): void {
  for (const [option, value] of Object.entries(unwanted)) {
    if (value !== undefined) throw notThis(words, `${option} does not go with the others`)
  }
}

function whole(option: string, text = ''): number {
  if (!/^\d{1,9}$/.test(text)) throw new NotAsked(`${option} takes a whole number, not "${text}"`)
  return Number(text)
}

/** Nothing tried would be nothing found, and look as if all were well. */
function some(option: string, text?: string): number {
  const count = whole(option, text)
  if (count === 0) throw new NotAsked(`${option} takes at least 1`)
  return count
}

const notThis = (words: readonly string[], why: string): NotAsked =>
  new NotAsked(
    [
      `simulate: ${why}`,
      'This command tries the engine on many rounds or accounts: pnpm simulate --help.',
      `One round of automatic players is another: ${['pnpm cascade simulate', ...words].join(' ')}`,
    ].join('\n'),
  )
