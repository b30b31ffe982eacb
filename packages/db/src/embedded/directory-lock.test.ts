import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runScript } from '../../test/run-script.ts'
import { temporaryDirectory } from '../../test/temporary-database.ts'
import { DataDirectoryInUse, lockDirectory } from './directory-lock.ts'
import { processStart } from './process-start.ts'

let directory: ReturnType<typeof temporaryDirectory>

beforeEach(() => {
  directory = temporaryDirectory()
})

afterEach(() => directory.remove())

/** A process number no system gives out. */
const NOBODY = 2 ** 30

function leaveLock(changes: object): void {
  const holder = { pid: NOBODY, start: null, host: hostname(), token: 'left behind', ...changes }
  writeFileSync(join(directory.path, 'lock'), JSON.stringify(holder))
}

test('a second process is turned away within a second, and told by whom and what to do', async () => {
  const lock = await lockDirectory(directory.path)
  const { output, code } = await runScript('second-process.ts', [directory.path])
  const { message, tookMs } = JSON.parse(output)
  expect(message).toContain(`in use by process ${process.pid}.`)
  expect(message).toContain('Stop that process')
  expect(tookMs).toBeLessThan(1_000)
  expect(code).toBe(1)
  lock.release()
})

test('the same process is turned away too', async () => {
  const lock = await lockDirectory(directory.path)
  await expect(lockDirectory(directory.path)).rejects.toThrow(DataDirectoryInUse)
  lock.release()
})

test('a released directory is free', async () => {
  const lock = await lockDirectory(directory.path)
  lock.release()
  expect(readdirSync(directory.path)).toEqual([])
  const again = await lockDirectory(directory.path)
  again.release()
})

test.each`
  lock                                                 | changes
  ${'of a process that is gone'}                       | ${{}}
  ${'of a process whose number somebody else has now'} | ${{ pid: process.pid, start: 'at another time' }}
`('a lock $lock is taken over', async ({ changes }) => {
  leaveLock(changes)
  const lock = await lockDirectory(directory.path)
  expect(readdirSync(directory.path)).toEqual(['lock'])
  lock.release()
})

test('a lock that was cut short by a kill is taken over', async () => {
  writeFileSync(join(directory.path, 'lock'), '{"pid":')
  const lock = await lockDirectory(directory.path)
  lock.release()
})

test('a lock held on another machine counts while it is touched', async () => {
  leaveLock({ host: 'elsewhere', pid: 7 })
  await expect(lockDirectory(directory.path)).rejects.toThrow('process 7 on elsewhere')

  const minuteAgo = new Date(Date.now() - 60_000)
  utimesSync(join(directory.path, 'lock'), minuteAgo, minuteAgo)
  const lock = await lockDirectory(directory.path)
  lock.release()
})

test('of many who find the same stale lock, one gets the directory', async () => {
  leaveLock({})
  const attempts = Array.from({ length: 8 }, () => lockDirectory(directory.path))
  const outcomes = await Promise.allSettled(attempts)
  const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  expect(locks).toHaveLength(1)
  for (const lock of locks) lock.release()
})

test('a process start is stable, and unknown for nobody', () => {
  expect(processStart(process.pid)).toBe(processStart(process.pid))
  expect(processStart(NOBODY)).toBeNull()
})
