import { afterAll, expect, test } from 'vitest'
import { startScript } from '../../test/run-script.ts'
import { cacheDir, migrationsDir, temporaryDirectory } from '../../test/temporary-database.ts'
import { openDatabase } from '../open-database.ts'

const directory = temporaryDirectory()

afterAll(() => directory.remove())

/**
 * Lets a process append, kills it some time after its first frame, and returns the last tick it was told is
 * written.
 */
async function killWhileAppending(afterMs: number): Promise<number> {
  const child = startScript('append-forever.ts', [directory.path])
  let output = ''
  child.stdout?.on('data', (text) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
    output += text
  })
  await new Promise((resolve) => child.once('close', resolve))
  // A line that the kill cut short was not said.
  const said = output.slice(0, output.lastIndexOf('\n')).split('\n')
  return Number(said.at(-1))
}

test('no acknowledged frame is lost to kill -9, and the next process takes the directory over', async () => {
  const first = await killWhileAppending(150)
  const second = await killWhileAppending(400)
  expect(second).toBeGreaterThan(first)

  const database = await openDatabase({ dataDir: directory.path, migrationsDir, cacheDir })
  let next = 0
  for await (const frame of database.journal.frames({ roundId: 'r_killed', fromTick: 0 })) {
    expect(frame).toMatchObject({ tick: next, hash: `hash${next}` })
    expect(frame.body.every((byte) => byte === frame.tick % 256)).toBe(true)
    next += 1
  }
  await database.close()
  // One frame more may be there: written, and killed before it could be said.
  expect(next - 1 - second).toBeOneOf([0, 1])
}, 60_000)
