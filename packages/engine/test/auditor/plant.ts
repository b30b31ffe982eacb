import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Mutant } from './mutants.ts'
import type { Difference } from './run-seeds.ts'

const ENGINE = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

/**
 * Plants a bug in a copy of the engine and lets the auditor of the copy play the kept seeds and then 0, 1, 2
 * and so on until one differs. Null when none does; throws when the text to be replaced is not there exactly
 * once.
 */
export async function catchMutant(mutant: Mutant, seeds: number): Promise<Difference | null> {
  const copy = await mkdtemp(join(tmpdir(), 'mutant-'))
  try {
    await cp(join(ENGINE, 'src'), join(copy, 'src'), { recursive: true })
    await cp(join(ENGINE, 'test/auditor'), join(copy, 'test/auditor'), { recursive: true })
    await cp(join(ENGINE, 'package.json'), join(copy, 'package.json'))
    await symlink(join(ENGINE, 'node_modules'), join(copy, 'node_modules'))
    await plant(join(copy, 'src', mutant.file), mutant)
    return await firstCaught(join(copy, 'test/auditor/trial.ts'), seeds)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function plant(path: string, { bug, file, from, to }: Mutant): Promise<void> {
  const text = await readFile(path, 'utf8')
  const [before, after, ...more] = text.split(from)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file} does not hold once what "${bug}" replaces: ${from}`)
  }
  await writeFile(path, before + to + after)
}

async function firstCaught(trial: string, seeds: number): Promise<Difference | null> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', trial, String(seeds)], {
    cwd: fileURLToPath(new URL('../../../..', import.meta.url)),
  })
  return JSON.parse(stdout)
}
