import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { inRoot } from './places.mjs'

/** `pnpm@…`, the one that wrote the lockfile. */
export const pinnedPnpm = String(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).packageManager)

/** Older, and it reads the same lockfile. It would fetch the pinned one in its own stead if it were let. */
const fallback = 'pnpm@10.34.9'

/**
 * The command line that runs something with the pinned pnpm on PATH, without asking anybody to install pnpm.
 * npm's own script is run by this very Node where we know it: on Windows `npm` is a batch file that spawn
 * cannot start.
 * @param {string} pinned
 * @param {string[]} args
 * @returns {[command: string, args: string[], options: { shell: boolean }]}
 */
function throughNpm(pinned, args) {
  const exec = ['exec', '--yes', `--package=${pinned}`, '--', ...args]
  const npm = process.env.npm_execpath
  if (npm && basename(npm) === 'npm-cli.js') return [process.execPath, [npm, ...exec], { shell: false }]
  return ['npm', exec, { shell: process.platform === 'win32' }]
}

/**
 * @param {import('./step.mjs').Run} run
 * @param {string[]} args what to run, such as `['pnpm', 'install']`
 * @param {NodeJS.ProcessEnv} env
 */
export async function withPnpm(run, args, env) {
  const works = async (/** @type {string} */ pinned) => {
    const [command, probe, options] = throughNpm(pinned, ['pnpm', '--version'])
    return (await run(command, probe, { ...options, env })) === 0
  }
  const pinned = (await works(pinnedPnpm)) ? pinnedPnpm : fallback
  const [command, line, options] = throughNpm(pinned, args)
  return run(command, line, {
    ...options,
    env: { ...env, npm_config_manage_package_manager_versions: 'false' },
  })
}
