import { spawn } from 'node:child_process'
import { onNpmGone } from './parent.mjs'
import { root } from './places.mjs'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set()

/** A group of its own lets us stop a child with its children, and keeps Ctrl-C from reaching it twice. */
const ownGroup = process.platform !== 'win32'

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startChild(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, detached: ownGroup, windowsHide: true, ...options })
  running.add(child)
  child.once('close', () => running.delete(child))
  child.once('error', () => running.delete(child))
  return child
}

/**
 * The exit code; 127 when the program could not be started, 1 when a signal ended it.
 * @param {ChildProcess} child
 * @returns {Promise<number>}
 */
export const exitOf = (child) =>
  new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('close', (code) => resolve(code ?? 1))
  })

/** @param {ChildProcess} child @param {NodeJS.Signals} signal */
function signalChild(child, signal) {
  if (child.pid === undefined) return
  try {
    process.kill(ownGroup ? -child.pid : child.pid, signal)
  } catch {
    // It ended by itself in the meantime.
  }
}

const patienceMs = 15_000

/**
 * Passes a signal on to every child and leaves when all are gone, by force after a while. npm passes SIGINT
 * on but not SIGTERM, so the death of npm counts as a signal too.
 */
export function stopChildrenOnSignal() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => stopAndLeave(signal))
  }
  // Started by hand, as `nohup node scripts/run.mjs start &`, Cascade may outlive the shell.
  if (process.env.npm_lifecycle_event) onNpmGone(() => stopAndLeave('SIGTERM'))
}

/** @param {NodeJS.Signals} signal */
function stopAndLeave(signal) {
  const leave = () => process.exit(signal === 'SIGINT' ? 130 : 143)
  if (running.size === 0) leave()
  for (const child of running) {
    signalChild(child, signal)
    child.once('close', () => running.size === 0 && leave())
  }
  setTimeout(() => {
    for (const child of running) signalChild(child, 'SIGKILL')
    leave()
  }, patienceMs).unref()
}
