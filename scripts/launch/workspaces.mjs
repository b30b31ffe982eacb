import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { inRoot } from './places.mjs'

/** The folders of apps and packages, relative to the root. */
export const workspaceFolders = () =>
  ['apps', 'packages'].flatMap((parent) =>
    readdirSync(inRoot(parent))
      .sort()
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(inRoot(folder, 'package.json'))),
  )

/** @param {string} folder @param {string} script */
export function scriptOf(folder, script) {
  const manifest = JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8'))
  return /** @type {string | undefined} */ (manifest.scripts?.[script])
}
