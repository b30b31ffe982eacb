import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { isAlive } from './parent.mjs'

const followParent = pathToFileURL(fileURLToPath(new URL('follow-parent.mjs', import.meta.url))).href

/** A parent that starts a child in a group of its own, tells its process id and then only waits. */
const parentScript = `
  const { spawn } = require('node:child_process')
  const idle = 'setInterval(() => {}, 1000)'
  const options = { detached: true, stdio: 'ignore' }
  console.log(spawn(process.execPath, ['--import', ${JSON.stringify(followParent)}, '-e', idle], options).pid)
  setInterval(() => {}, 1000)
`

test('a server does not outlive a launcher that was killed', async () => {
  const parent = spawn(process.execPath, ['-e', parentScript], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(parent.stdout, 'data')
  const child = Number(String(line))
  await pause(1000)
  expect(isAlive(child)).toBe(true)
  parent.kill('SIGKILL')
  await expect.poll(() => isAlive(child), { timeout: 10_000, interval: 100 }).toBe(false)
}, 15_000)
