import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { exitOf, startChild } from './children.mjs'
import { inRoot } from './places.mjs'
import { prepare } from './prepare.mjs'

const followParent = pathToFileURL(inRoot('scripts', 'launch', 'follow-parent.mjs')).href

/** The built server, as a player's host runs it. @param {string[]} args flags for the server */
export async function start(args) {
  readEnvFile()
  await prepare(['install', 'generate', 'build'])
  return serve(['apps/server/dist/main.mjs', ...args], 'production')
}

/**
 * The server from its sources, with pages that follow an edit.
 * @param {string[]} args flags for the server
 */
export async function dev(args) {
  readEnvFile()
  await prepare(['install', 'generate'])
  return serve(['--import', 'tsx', 'apps/server/src/main.ts', '--dev', ...args], 'development')
}

/** Settings that should last: `.env`, made from `.env.example`. What is set already stays. */
function readEnvFile() {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
}

/** @param {string[]} args @param {'production' | 'development'} mode */
function serve(args, mode) {
  const env = { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' }
  const server = startChild(process.execPath, ['--import', followParent, ...args], { stdio: 'inherit', env })
  return exitOf(server)
}
