import { expect, test } from 'vitest'
import { inspect } from './inspect.ts'
import { source } from './source.ts'

/** What tidy says about one file, as `rule: found`. */
const said = (path: string, text: string): readonly string[] =>
  inspect([source(path, text)]).map(({ rule, found }) => `${rule}: ${found}`)

const engine = 'packages/engine/src/tick/advance.ts'

test.each([
  ['Date.now()', 'word: `Date`'],
  ['Math.random()', 'word: `Math.random`'],
  ['Math.exp(1)', 'word: `Math.exp`'],
  ['2 ** 3', 'word: `**`'],
  ['a.localeCompare(b)', 'word: `.localeCompare`'],
  ['a.toLocaleString()', 'word: `.toLocaleString`'],
  ['process.env.PORT', 'word: `process.env`'],
  ['setTimeout(f, 1)', 'word: `setTimeout`'],
])('the engine does not know %s', (code, finding) => {
  expect(said(engine, `const x = ${code}\n`)).toContain(finding)
  expect(said('apps/server/src/clock.ts', `const x = ${code}\n`)).not.toContain(finding)
  expect(said('packages/engine/src/tick/advance.test.ts', `const x = ${code}\n`)).not.toContain(finding)
})

test.each(['Math.floor(1.5)', "'Date'", '/* async */ 1', 'a * b', 'company', 'many'])(
  'the engine may say %s',
  (code) => {
    expect(said(engine, `const x = ${code}\n`)).toEqual([])
  },
)

test.each(['const x: any = 1', 'const x = y as any', 'const x: any[] = []', 'const x: Map<string, any> = y'])(
  'nobody says any: %s',
  (code) => expect(said('apps/web/ui/button.tsx', code)).toEqual([expect.stringMatching(/^word: .*any/)]),
)

test('a sentence with the word any is a sentence', () => {
  expect(said(engine, "// as any trader knows\nconst text = 'x: any'\n")).toEqual([])
})

test('nobody leaves a promise in a comment', () => {
  expect(said('apps/cli/src/main.ts', `// ${'TO'}DO: later\n`)).toEqual([`word: \`${'TO'}DO\``])
})

test.each([
  ['packages/engine/src/execute.ts', "import { z } from 'zod'"],
  ['packages/review/src/luck.ts', "import { x } from '@cascade/players'"],
  ['packages/protocol/src/up.ts', "import { x } from '@cascade/review'"],
  ['packages/api/src/router.ts', "import pg from 'pg'"],
  ['apps/web/trpc/client.ts', "import { x } from '@cascade/db'"],
  ['apps/web/trpc/client.ts', "import type { x } from '@cascade/db'"],
  ['apps/web/trpc/client.ts', "import { appRouter } from '@cascade/api'"],
  ['apps/web/trpc/client.ts', "export * from '@cascade/api'"],
  ['apps/web/trpc/client.ts', "const x = await import('@cascade/db')"],
  ['packages/db/src/index.ts', "import { x } from '../../engine/src/state.ts'"],
])('%s may not climb: %s', (path, code) => {
  expect(said(path, code)).toEqual([expect.stringMatching(/^floor: import of/)])
})

test.each([
  ['packages/engine/src/random/stream.ts', "import { chacha20 } from '@noble/ciphers/chacha.js'"],
  ['packages/engine/test/vectors.test.ts', "import { readFileSync } from 'node:fs'"],
  ['packages/protocol/src/up.ts', "import { z } from 'zod'"],
  ['apps/web/trpc/client.ts', "import type { AppRouter } from '@cascade/api'"],
  ['apps/server/src/main.ts', "import { x } from '@cascade/db'"],
  ['apps/web/ui/a.ts', "const text = 'import x from @cascade/db'"],
])('%s may go down: %s', (path, code) => {
  expect(said(path, code)).toEqual([])
})

test('a noun of the engine does not learn of a verb', () => {
  const code = "import { placeOrder } from '../commands/place-order.ts'\n"
  expect(said('packages/engine/src/margin/risk.ts', code)).toEqual(['order: margin imports commands'])
  expect(said('packages/engine/src/execute.ts', code.replace('..', '.'))).toEqual([])
})

test('a new room of the engine asks for its place', () => {
  expect(said('packages/engine/src/chart/line.ts', '')).toEqual([
    'order: the room "chart" is not in the order of the engine',
  ])
})

test.each([
  'apps/web/lib/utils.ts',
  'apps/server/src/round-manager.ts',
  'packages/api/src/helpers/a.ts',
  'apps/cli/src/misc.ts',
])('%s has no noun', (path) => expect(said(path, '')).toEqual([expect.stringMatching(/^name: /)]))

test.each([
  ['apps/server/src/rooms/lobby.ts', "socket.on('join', f)"],
  ['apps/web/features/join/form.ts', "'use server'\n"],
])('%s opens no second door: %s', (path, code) => {
  expect(said(path, code)).toEqual([expect.stringMatching(/^door: /)])
})

test('the gateway may listen', () => {
  expect(said('apps/server/src/socket/gateway.ts', "socket.on('join', f)")).toEqual([])
})

test('an export of the engine is explained', () => {
  expect(said('packages/engine/src/state.ts', 'export interface Round {}\n')).toEqual([
    'doc: `Round` without a sentence',
  ])
  expect(said('packages/engine/src/state.ts', '/** All of it. */\nexport interface Round {}\n')).toEqual([])
})

test('files and lines end somewhere', () => {
  expect(said('packages/db/src/a.ts', 'x\n'.repeat(251))).toEqual(['file-length: 251 lines, at most 250'])
  expect(said('apps/cli/src/a.ts', 'x\n'.repeat(300))).toEqual([])
  expect(said('apps/cli/src/a.ts', `${'x'.repeat(111)}\n`)).toEqual([
    'line-length: 111 characters, at most 110',
  ])
})

test.each([
  `<p className="${'flex '.repeat(30)}">`,
  `<path d="${'M1 2'.repeat(30)}" />`,
  `// https://example.org/${'a'.repeat(99)}`,
])('what cannot be broken may be long: %s', (line) => {
  expect(said('apps/web/ui/icon.tsx', `${line}\n`)).toEqual([])
})

test('an excuse with a reason holds for its rule', () => {
  const clock = "const now = Date.now()\nconst name = 'a'.localeCompare(b)\n"
  expect(said(engine, `// tidy: word because a fixture\n${clock}`)).toEqual([])
  expect(said(engine, `// tidy: floor because a fixture\n${clock}`)).toContain('word: `Date`')
})

test('an excuse without a reason, or without need, is a finding', () => {
  expect(said(engine, '// tidy: word\nconst now = Date.now()\n')).toContain(
    'excuse: an excuse from "word" without a reason',
  )
  expect(said(engine, '// tidy: word because I may\n')).toEqual([
    'excuse: an excuse from "word" that nothing here needs',
  ])
})
