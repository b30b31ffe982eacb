import { readFile, writeFile } from 'node:fs/promises'
import { ConfigProblem } from '@cascade/engine'
import { read } from '@cascade/protocol'
import { fail, writeLines } from '../output.ts'
import { type Performance, perform } from '../script/perform.ts'
import { report } from '../script/report.ts'
import { scriptSchema } from '../script/schema.ts'
import { words } from '../script/words.ts'

const HELP = 'docs/run-command.md says what a script may hold.'

/** Carries a script of orders and marks out, and says what became of each step and of the accounts. */
export async function run(
  file: string,
  options: { readonly json?: boolean; readonly out?: string },
): Promise<void> {
  const text = await contents(file)
  if (text === null) return fail(`${file} cannot be read. Give the name of a script, a JSON file.`)
  const performed = performText(text)
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

/** What a script came to, or every reason why it cannot be run. */
export function performText(text: string): Performance | { readonly problems: readonly string[] } {
  const value = json(text)
  if (value.broken) return { problems: [`the file is not valid JSON: ${value.problem}`] }
  const script = read(scriptSchema, value.value)
  if (!script.ok) return { problems: script.problems }
  try {
    return perform(script.value)
  } catch (error) {
    if (error instanceof ConfigProblem)
      return { problems: error.problems.map((problem) => `rules: ${problem}`) }
    throw error
  }
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
