import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { exitOf, startChild } from './children.mjs'
import { root, stateDirectory } from './places.mjs'
import { showProgress } from './progress.mjs'
import { clearStamp, readStamp, writeStamp } from './stamp.mjs'

/** The message is all the person at the terminal needs. */
export class StepFailed extends Error {}

/**
 * @typedef {(command: string, args: string[], options?: import('node:child_process').SpawnOptions) =>
 * Promise<number>} Run
 *   runs a child with its output in the step's log
 * @typedef {object} Step
 * @property {string} name
 * @property {() => string} fingerprint of everything the result depends on
 * @property {() => boolean} isThere whether the result still exists
 * @property {(run: Run) => Promise<boolean>} work whether it succeeded
 * @property {string} advice what to do when it did not
 */

/** Does the step unless it was done with the same inputs. @param {Step} step */
export async function ensure(step) {
  const fingerprint = step.fingerprint()
  if (readStamp(step.name) === fingerprint && step.isThere()) return
  clearStamp(step.name)
  const { succeeded, logPath } = await carryOut(step)
  if (!succeeded) throw new StepFailed(report(step, logPath))
  writeStamp(step.name, fingerprint)
}

/** @param {Step} step */
async function carryOut(step) {
  const logPath = join(stateDirectory, 'logs', `${step.name}.log`)
  mkdirSync(join(stateDirectory, 'logs'), { recursive: true })
  const log = openSync(logPath, 'w')
  const progress = showProgress(step.name)
  try {
    const succeeded = await step.work((command, args, options) =>
      exitOf(startChild(command, args, { stdio: ['ignore', log, log], ...options })),
    )
    progress.end(succeeded)
    return { succeeded, logPath }
  } finally {
    closeSync(log)
  }
}

/** @param {Step} step @param {string} logPath */
const report = (step, logPath) =>
  [
    '',
    readFileSync(logPath, 'utf8').trimEnd(),
    '',
    `The step "${step.name}" failed; its whole output is above and in ${relative(root, logPath)}.`,
    step.advice,
  ].join('\n')
