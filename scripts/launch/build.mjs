import { existsSync } from 'node:fs'
import { fingerprintOf, sourcesUnder } from './fingerprint.mjs'
import { generateStep } from './generate.mjs'
import { inRoot } from './places.mjs'
import { withPnpm } from './pnpm.mjs'

/** The pages and the bundled server. @type {import('./step.mjs').Step} */
export const buildStep = {
  name: 'build',
  fingerprint: () =>
    fingerprintOf(
      [
        ...sourcesUnder(inRoot('apps')),
        ...sourcesUnder(inRoot('packages')),
        inRoot('pnpm-lock.yaml'),
        inRoot('tsconfig.base.json'),
      ],
      [generateStep.fingerprint()],
    ),
  isThere: () =>
    existsSync(inRoot('apps', 'web', '.next', 'BUILD_ID')) &&
    existsSync(inRoot('apps', 'server', 'dist', 'main.mjs')),
  work: async (run) => {
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      TURBO_TELEMETRY_DISABLED: '1',
    }
    // Turbo finds out what changed from git; in a downloaded archive there is no git to ask.
    if (existsSync(inRoot('.git')))
      return (await withPnpm(run, ['pnpm', 'exec', 'turbo', 'run', 'build'], env)) === 0
    return buildOneByOne(run, env)
  },
  advice: 'If you changed nothing, delete apps/web/.next and apps/server/dist and run the command again.',
}

/** @param {import('./step.mjs').Run} run @param {NodeJS.ProcessEnv} env */
async function buildOneByOne(run, env) {
  const web = inRoot('apps', 'web')
  const pages = await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { cwd: web, env })
  if (pages !== 0) return false
  return (await run(process.execPath, ['build.mjs'], { cwd: inRoot('apps', 'server'), env })) === 0
}
