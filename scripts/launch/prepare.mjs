import { buildStep } from './build.mjs'
import { generateStep } from './generate.mjs'
import { installStep } from './install.mjs'
import { whileAlone } from './lock.mjs'
import { ensure } from './step.mjs'

const steps = { install: installStep, generate: generateStep, build: buildStep }

/** Brings the checkout up to date, one step after another. @param {(keyof typeof steps)[]} names */
export const prepare = (names) =>
  whileAlone(async () => {
    for (const name of names) await ensure(steps[name])
  })
