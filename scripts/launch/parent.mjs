import { execFileSync } from 'node:child_process'
import { basename } from 'node:path'

const glanceMs = 300

/** Calls back once the process that started this one has ended. @param {() => void} callback */
export const onParentGone = (callback) => onAnyGone([process.ppid], callback)

/**
 * Calls back once the npm that runs this script has ended: it is our parent, or the parent of the shell
 * between us.
 * @param {() => void} callback
 */
export const onNpmGone = (callback) => onAnyGone([process.ppid, ...behindShell(process.ppid)], callback)

/** @param {number[]} pids @param {() => void} callback */
function onAnyGone(pids, callback) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent && pids.every(isAlive)) return
    clearInterval(timer)
    callback()
  }, glanceMs)
  timer.unref()
}

/** The parent of a process that is a shell. @param {number} pid @returns {number[]} */
function behindShell(pid) {
  try {
    const [parent = '', name = ''] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/)
    return /^-?(?:ba|da|z)?sh$/.test(basename(name)) ? [Number(parent)] : []
  } catch {
    // No `ps` here, as on Windows: then the shell has to do.
    return []
  }
}

/** Signal 0 asks without disturbing; "not permitted" means that somebody is there. @param {number} pid */
export function isAlive(pid) {
  if (pid <= 1) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
