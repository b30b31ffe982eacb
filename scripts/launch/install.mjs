import { existsSync } from 'node:fs'
import { fingerprintOf } from './fingerprint.mjs'
import { inRoot } from './places.mjs'
import { pinnedPnpm, withPnpm } from './pnpm.mjs'
import { workspaceFolders } from './workspaces.mjs'

const manifests = () => ['.', ...workspaceFolders()].map((folder) => inRoot(folder, 'package.json'))

/** @type {import('./step.mjs').Step} */
export const installStep = {
  name: 'install',
  fingerprint: () =>
    fingerprintOf(
      [inRoot('pnpm-lock.yaml'), inRoot('pnpm-workspace.yaml'), ...manifests()],
      [process.platform, process.arch],
    ),
  isThere: () =>
    existsSync(inRoot('node_modules', '.pnpm')) &&
    workspaceFolders().every((folder) => existsSync(inRoot(folder, 'node_modules'))),
  work: async (run) => {
    // NODE_ENV=production would leave out what the build needs; CI keeps pnpm from asking questions.
    const { NODE_ENV: _, ...env } = process.env
    return (await withPnpm(run, ['pnpm', 'install', '--frozen-lockfile'], { ...env, CI: 'true' })) === 0
  },
  advice: [
    'Usually the package registry could not be reached: check the connection and run the command again.',
    `If a package.json was edited, bring the lockfile up to date: npx ${pinnedPnpm} install`,
  ].join('\n'),
}
