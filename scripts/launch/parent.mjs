const glanceMs = 300

/** Calls back once the process that started this one has ended. @param {() => void} callback */
export function onParentGone(callback) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return
    clearInterval(timer)
    callback()
  }, glanceMs)
  timer.unref()
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
