import { readFile, writeFile } from 'node:fs/promises'
import { ConfigProblem, INSTRUMENTS } from '@cascade/engine'
import { read } from '@cascade/protocol'
import { readPriceFile } from '@cascade/protocol/price-file'
import { fail, writeLines } from '../output.ts'
import { type Performance, perform } from '../script/perform.ts'
import { report } from '../script/report.ts'
import { type Script, scriptSchema } from '../script/schema.ts'
import { words } from '../script/words.ts'

const HELP = 'docs/run-command.md says what a script may hold.'

/** Carries a script of orders and marks out, and says what became of each step and of the accounts. */
export async function run(
  file: string,
  options: { readonly json?: boolean; readonly out?: string; readonly prices?: string },
): Promise<void> {
  const text = await contents(file)
  if (text === null) return fail(`${file} cannot be read. Give the name of a script, a JSON file.`)
  const prices = options.prices === undefined ? null : await contents(options.prices)
  if (options.prices !== undefined && prices === null) return fail(`${options.prices} cannot be read.`)
  const performed = performText(text, prices)
  if ('problems' in performed) {
    return fail(
      `${file} is not a script that can be run:`,
      ...performed.problems.map((line) => `  ${line}`),
      HELP,
    )
  }
  if (options.out !== undefined) await writeFile(options.out, performed.recording.text)
  const told = report(performed)
  await writeLines(options.json ? [JSON.stringify(told)] : words(told))
}

/** What a script came to, with the text of a file of prices, or every reason why it cannot be run. */
export function performText(
  text: string,
  pricesText: string | null = null,
): Performance | { readonly problems: readonly string[] } {
  const value = json(text)
  if (value.broken) return { problems: [`the file is not valid JSON: ${value.problem}`] }
  const script = read(scriptSchema, value.value)
  if (!script.ok) return { problems: script.problems }
  const prices = pricesText === null ? null : pricesOf(pricesText, script.value)
  if (prices && !prices.ok) return { problems: prices.problems.map((problem) => `prices: ${problem}`) }
  const problems = tickProblems(script.value, prices?.value.marks.length ?? null)
  if (problems.length > 0) return { problems }
  try {
    return perform(script.value, prices?.value)
  } catch (error) {
    if (error instanceof ConfigProblem)
      return { problems: error.problems.map((problem) => `rules: ${problem}`) }
    throw error
  }
}

/** A file may hold more than a script trades. */
function pricesOf(text: string, { instruments }: Script) {
  const own = instruments.map(({ id }) => id)
  const others = INSTRUMENTS.filter(({ id }) => !own.includes(id))
  return readPriceFile(text, { known: [...instruments, ...others], wanted: own })
}

function tickProblems({ steps }: Script, ticks: number | null): readonly string[] {
  let left = ticks ?? 0
  return steps.flatMap((step, index) => {
    if (step.ticks === undefined) return []
    left -= step.ticks
    if (ticks === null) return [`steps.${index}.ticks: needs a file of prices: --prices FILE`]
    return left < 0 ? [`steps.${index}.ticks: the file of prices ends ${-left} ticks earlier`] : []
  })
}

type Parsed =
  | { readonly broken: false; readonly value: unknown }
  | { readonly broken: true; readonly problem: string }

function json(text: string): Parsed {
  try {
    return { broken: false, value: JSON.parse(text) }
  } catch (error) {
    return { broken: true, problem: error instanceof Error ? error.message : String(error) }
  }
}

async function contents(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return null
  }
}
