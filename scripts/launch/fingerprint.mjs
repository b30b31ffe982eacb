import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './places.mjs'

const built = new Set(['node_modules', 'dist', '.next', '.turbo', 'generated'])

/**
 * The files under a folder that a build may depend on, in a fixed order.
 * @param {string} folder
 * @returns {string[]}
 */
export function sourcesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return built.has(entry.name) ? [] : sourcesUnder(path)
      return entry.isFile() && !isByproduct(entry.name) ? [path] : []
    })
}

/** Tests change nothing in a build, and tools write the other two. @param {string} name */
const isByproduct = (name) =>
  /\.test\.tsx?$|\.tsbuildinfo$/.test(name) || name === 'next-env.d.ts' || name === '.DS_Store'

/**
 * One hash over names and contents; a file that is not there counts as such.
 * @param {string[]} files absolute paths
 * @param {string[]} [also] anything else the result depends on
 */
export function fingerprintOf(files, also = []) {
  const hash = createHash('sha256')
  for (const text of also) hash.update(`${text}\0`)
  for (const file of files) {
    hash.update(`${relative(root, file)}\0`)
    hash.update(existsSync(file) ? readFileSync(file) : 'missing')
  }
  return hash.digest('hex')
}
