import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder, root } from '../tidy/read-sources.ts'
import type { Document } from './clauses.ts'

const read = (path: string): Document => ({ path, text: readFileSync(join(root, path), 'utf8') })

/** Everything written about the house. */
export const readDocs = (): readonly Document[] =>
  ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...filesUnder('docs')]
    .filter((path) => path.endsWith('.md') && existsSync(join(root, path)))
    .map(read)

/** Every file that tests the game: tests, and the vectors that anyone may add a row to. */
export const readTests = (): readonly Document[] =>
  ['packages', 'apps']
    .flatMap(filesUnder)
    .filter((path) => /\.(?:test|browser)\.tsx?$|\/test\/vectors\/.*\.(?:csv|json)$/.test(path))
    .map(read)
