import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprintOf, sourcesUnder } from './fingerprint.mjs'
import { nodeComplaint } from './node-version.mjs'
import { closingLine, sum, tallyOf } from './tally.mjs'

const folder = () => mkdtempSync(join(tmpdir(), 'cascade-launch-'))

test.each([
  ['18.20.4', true],
  ['20.18.3', true],
  ['20.19.0', false],
  ['22.0.0', false],
])('Node %s is too old: %s', (version, tooOld) => {
  expect(nodeComplaint(version) !== undefined).toBe(tooOld)
})

test('a fingerprint changes with a name, a content and whatever else counts', () => {
  const path = join(folder(), 'a.ts')
  writeFileSync(path, 'one')
  const first = fingerprintOf([path])
  expect(fingerprintOf([path])).toBe(first)
  expect(fingerprintOf([path], ['linux'])).not.toBe(first)
  expect(fingerprintOf([`${path}x`])).not.toBe(first)
  writeFileSync(path, 'two')
  expect(fingerprintOf([path])).not.toBe(first)
})

test('tests and what a build writes are no reason to build again', () => {
  const home = folder()
  for (const name of ['a.ts', 'a.test.ts', 'next-env.d.ts', 'a.tsbuildinfo'])
    writeFileSync(join(home, name), '')
  expect(sourcesUnder(home)).toEqual([join(home, 'a.ts')])
})

const report = (tests: object) => {
  const path = join(folder(), 'report.json')
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  writeFileSync(path, JSON.stringify({ ...none, ...tests }))
  return path
}

test('a file that does not load is a failure', () => {
  const path = report({ numPassedTests: 3, testResults: [{ status: 'failed', assertionResults: [] }] })
  expect(tallyOf(path, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

test('an error outside of all tests is a failure', () => {
  expect(tallyOf(report({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

test('a run without a report is a failure', () => {
  expect(tallyOf(join(folder(), 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('the closing line adds the runs up', () => {
  const tally = sum([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 0 },
  ])
  expect(closingLine(tally)).toBe('5 passed, 1 failed')
  expect(closingLine({ ...tally, skipped: 4 })).toBe('5 passed, 1 failed, 4 skipped')
})
