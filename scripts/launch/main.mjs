import { check } from './check.mjs'
import { stopChildrenOnSignal } from './children.mjs'
import { dev, start } from './serve.mjs'
import { StepFailed } from './step.mjs'
import { test } from './test.mjs'

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const verbs = { start, dev, test, check }

/**
 * Carries out one verb and ends the process with its exit code.
 * @param {string | undefined} verb
 * @param {string[]} args
 */
export async function launch(verb, args) {
  const run = verb === undefined ? undefined : verbs[verb]
  if (!run) {
    console.error(`Unknown command ${verb ?? '(none)'}: use one of ${Object.keys(verbs).join(', ')}.`)
    process.exit(2)
  }
  stopChildrenOnSignal()
  try {
    process.exit(await run(args))
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
