import { expect, test } from 'vitest'
import { clausesIn } from './clauses.ts'
import { compare } from './compare.ts'
import { mentionedPaths, missingPaths } from './doc-paths.ts'
import { namedClauses } from './test-names.ts'

const rules = (text: string) => clausesIn({ path: 'docs/rules/margin.md', text })
const tests = (text: string) => namedClauses({ path: 'packages/engine/src/a.test.ts', text })
const ids = (clauses: readonly { readonly id: string }[]) => clauses.map(({ id }) => id)

test.each([
  ['a paragraph', '**LIQ-007** equity under requirement is liquidatable\n'],
  ['a list item', '- **LIQ-007** equity under requirement is liquidatable\n'],
  ['a heading', '### **LIQ-007** Equity\n'],
])('%s lays down a clause', (_, text) => expect(ids(rules(text))).toEqual(['LIQ-007']))

test('mentioning a clause is not laying it down', () => {
  expect(rules('As in LIQ-007, and **LIQ-008** in the middle, but see above.\n')).toEqual([])
})

test.each([
  "test('LIQ-007 equity', f)",
  "test.skipIf(a)('LIQ-007 equity', f)",
  "it.each([['a', 1]])('LIQ-007 %s', f)",
  "test.each`\n  a | b\n  ${1} | ${'(x'}\n`('LIQ-007 equity: $a', f)",
  'describe(`LIQ-007 equity`, f)',
  "law(\n  'LIQ-007 equity', f)",
])('a test names a clause in its title: %j', (text) => expect(ids(tests(text))).toEqual(['LIQ-007']))

test.each(["// LIQ-007\ntest('equity', f)", "test('equity', () => { say('LIQ-007') })"])(
  'a number elsewhere names nothing: %j',
  (text) => expect(tests(text)).toEqual([]),
)

test('a clause without a test, a test without a clause and a clause laid down twice are told', () => {
  const complaints = compare(
    rules('**LIQ-001** a\n**LIQ-002** b\n**LIQ-002** c\n'),
    tests("test('LIQ-002 and LIQ-003', f)"),
  )
  expect(complaints).toEqual([
    expect.stringContaining('LIQ-002 is laid down twice, first at docs/rules/margin.md:2'),
    'docs/rules/margin.md:1 LIQ-001 has no test: name one after it',
    'packages/engine/src/a.test.ts:1 names LIQ-003, which no clause in docs/rules lays down',
  ])
})

test('a document speaks of paths in backticks and in links', () => {
  const text =
    'See `packages/engine/src/{a,b}.ts`, [rules](./rules/margin.md#top) and [a page](https://example.org).'
  expect(mentionedPaths({ path: 'docs/glossary.md', text }).map(({ target }) => target)).toEqual([
    'packages/engine/src/a.ts',
    'packages/engine/src/b.ts',
    'docs/rules/margin.md',
  ])
})

test.each([
  ['`scripts/rules/rules.test.ts`', 0],
  ['`scripts/rules/*.test.ts`', 0],
  ['`scripts/rules/<name>.ts`', 0],
  ['`scripts/rules/nowhere.ts`', 1],
  ['`scripts/nowhere/*.ts`', 1],
  ['`scripts/rules/*.css`', 1],
])('%s: %d missing', (text, missing) => {
  expect(missingPaths({ path: 'README.md', text })).toHaveLength(missing)
})
