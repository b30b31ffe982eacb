import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { messages } from './index.ts'

const ARGUMENT = /\{(\w+)\s*[,}]/g
const TAG = /<(\w+)>/g

/** Every sentence of a part of the catalogue, with its key. */
function sentences(part: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(part).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[at, value] as const] : sentences(value, at)
  })
}

test('every sentence of the catalogue can be said', () => {
  const problems: string[] = []
  for (const [key, sentence] of sentences(messages, '')) {
    const t = createTranslator({
      locale: 'en',
      messages: { sentence },
      onError: ({ message }) => problems.push(`${key}: ${message}`),
    })
    t.rich('sentence', { ...valuesFor(sentence), ...tagsFor(sentence) })
  }
  expect(problems).toEqual([])
})

const namesIn = (sentence: string, pattern: RegExp): readonly string[] =>
  [...sentence.matchAll(pattern)].map(([, name]) => name ?? '')

const valuesFor = (sentence: string) =>
  Object.fromEntries(namesIn(sentence, ARGUMENT).map((name) => [name, 2]))

const tagsFor = (sentence: string) =>
  Object.fromEntries(namesIn(sentence, TAG).map((name) => [name, (chunks: unknown) => String(chunks)]))
