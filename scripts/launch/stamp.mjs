import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stateDirectory } from './places.mjs'

/** @param {string} name */
const stampPath = (name) => join(stateDirectory, 'stamps', name)

/** The fingerprint a step last succeeded with. @param {string} name */
export function readStamp(name) {
  try {
    return readFileSync(stampPath(name), 'utf8')
  } catch {
    return undefined
  }
}

/** @param {string} name @param {string} fingerprint */
export function writeStamp(name, fingerprint) {
  mkdirSync(dirname(stampPath(name)), { recursive: true })
  writeFileSync(stampPath(name), fingerprint)
}

/**
 * A step that is under way has not succeeded: a crash in the middle must not look like a result.
 * @param {string} name
 */
export const clearStamp = (name) => rmSync(stampPath(name), { force: true })
