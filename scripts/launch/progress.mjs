const heartbeatMs = 15_000

/**
 * Tells the person waiting what is being done and for how long: one line that counts, or a few in a log.
 * @param {string} name
 */
export function showProgress(name) {
  const startedAt = Date.now()
  const live = process.stdout.isTTY === true
  const line = (/** @type {string} */ text) => `  ${name.padEnd(9)} ${text}`
  const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`

  if (!live) console.log(line('…'))
  const timer = setInterval(
    () => (live ? process.stdout.write(`\r${line(`… ${elapsed()}`)}`) : console.log(line(`… ${elapsed()}`))),
    live ? 1000 : heartbeatMs,
  )
  return {
    /** @param {boolean} succeeded */
    end(succeeded) {
      clearInterval(timer)
      const text = line(`${succeeded ? 'done in' : 'FAILED after'} ${elapsed()}`)
      console.log(live ? `\r${text}   ` : text)
    },
  }
}
