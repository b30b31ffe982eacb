import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './parent.mjs'
import { stateDirectory } from './places.mjs'

const path = join(stateDirectory, 'prepare.lock')
const retryMs = 500

/**
 * Two builds in one checkout spoil each other's output, so the second waits.
 * @param {() => Promise<void>} work
 */
export async function whileAlone(work) {
  await acquire()
  process.once('exit', release)
  try {
    await work()
  } finally {
    release()
    process.off('exit', release)
  }
}

async function acquire() {
  mkdirSync(stateDirectory, { recursive: true })
  let told = false
  while (!tryAcquire()) {
    const holder = readHolder()
    if (holder === undefined || !isAlive(holder)) {
      rmSync(path, { force: true })
      continue
    }
    if (!told) console.log(`  waiting for another Cascade command (process ${holder}) to finish preparing`)
    told = true
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}

function tryAcquire() {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

function readHolder() {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

const release = () => {
  if (readHolder() === process.pid) rmSync(path, { force: true })
}
