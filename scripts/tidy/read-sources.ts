import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Source, source } from './source.ts'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const notOurs = new Set(['node_modules', 'dist', '.next', '.turbo', 'generated', 'migrations', '.cascade'])

/** Every source file of the house that a person wrote. */
export const readSources = (): readonly Source[] =>
  ['packages', 'apps', 'scripts']
    .flatMap(filesUnder)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('next-env.d.ts'))
    .map((path) => source(path, readFileSync(join(root, path), 'utf8')))

/** Paths from the root, with forward slashes on every system. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesUnder(path)
    return entry.isFile() ? [path] : []
  })
}
