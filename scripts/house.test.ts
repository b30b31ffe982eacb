import { expect, test } from 'vitest'
import { complaintsAboutRules } from './rules/complaints.ts'
import { inWords } from './tidy/finding.ts'
import { inspect } from './tidy/inspect.ts'
import { readSources } from './tidy/read-sources.ts'

test('the house is tidy', () => {
  expect(inWords(inspect(readSources()))).toBe('')
})

test('every rule has a number, every number has a test, and the docs speak of what is there', () => {
  expect(complaintsAboutRules().complaints).toEqual([])
})
