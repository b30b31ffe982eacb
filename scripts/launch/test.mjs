import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser, installHint } from './browser.mjs'
import { exitOf, startChild } from './children.mjs'
import { stateDirectory } from './places.mjs'
import { prepare } from './prepare.mjs'
import { findServices } from './services.mjs'
import { closingLine, sum, tallyOf } from './tally.mjs'

const reports = join(stateDirectory, 'reports')

/**
 * Every test there is: first what runs in Node, then what needs a browser and the built pages.
 * @param {string[]} args passed on to vitest, such as a part of a file name
 */
export async function test(args) {
  await prepare(['install', 'generate', 'build'])
  const { env, notes } = await findServices(process.env)
  const inNode = await vitest('node', ['--project=!browser', ...args], env)
  const browser = findBrowser()
  const inBrowser = browser
    ? await vitest('browser', ['--project=browser', ...args], { ...env, CHROMIUM_PATH: browser })
    : withoutBrowser(notes)
  const tally = sum([inNode, inBrowser])
  for (const note of notes) console.log(`\n  SKIPPED: ${note}`)
  console.log(`\n${closingLine(tally)}`)
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1
}

/** @param {string} name @param {string[]} args @param {NodeJS.ProcessEnv} env */
async function vitest(name, args, env) {
  const report = join(reports, `${name}.json`)
  mkdirSync(reports, { recursive: true })
  rmSync(report, { force: true })
  const { NODE_ENV: _, ...rest } = env
  const outputs = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--passWithNoTests', ...outputs, ...args]
  const code = await exitOf(
    startChild(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'], env: rest }),
  )
  return tallyOf(report, code)
}

/**
 * Where the tests decide about a change, a browser that is missing must not look like a success.
 * @param {string[]} notes
 */
function withoutBrowser(notes) {
  notes.push(`the browser tests: no Chromium, Chrome or Edge was found. ${installHint()}`)
  return { passed: 0, failed: process.env.CI === 'true' ? 1 : 0, skipped: 0 }
}
