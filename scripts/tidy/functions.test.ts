import { expect, test } from 'vitest'
import { functionsOf } from './functions.ts'
import { inspect } from './inspect.ts'
import { source } from './source.ts'

const body = (lines: number): string => 'x()\n'.repeat(lines)

test.each([
  ['a declaration', `export function f(a: number): void {\n${body(3)}}\n`, 5],
  ['a type with braces', `function f(a: { b: 1 }): { c: 2 } | null {\n${body(2)}}\n`, 4],
  ['a type predicate', `function f(a: unknown): a is { b: 1 } {\n${body(2)}}\n`, 4],
  ['type arguments', `function f<T extends Map<string, T>>(a: T): T {\n${body(2)}}\n`, 4],
  ['a constant', `const f = async (a: number): Promise<{ b: 1 }> => {\n${body(2)}}\n`, 4],
  ['a constant with a type', `const f: Handler = (a) => {\n${body(2)}}\n`, 4],
  ['a value in brackets', `const f = (a: number) => (\n${body(2)})\n`, 4],
  ['a wrapped component', `const f = memo((a: number) => {\n${body(2)}})\n`, 4],
  ['a method', `class A {\n  private async f(a: number): Promise<void> {\n${body(2)}  }\n}\n`, 4],
])('%s is measured from its name to its last bracket', (_, text, lines) => {
  expect(functionsOf(source('packages/db/src/a.ts', text)).map((found) => [found.name, found.lines])).toEqual(
    [['f', lines]],
  )
})

test.each(['if (a) {\n}\n', 'f(a)\n', '  while (a) {\n}\n', 'const a = (b + c) * d\n'])(
  '%j is no function',
  (text) => {
    expect(functionsOf(source('packages/db/src/a.ts', text))).toEqual([])
  },
)

test.each([
  ['packages/db/src/a.ts', 'load', 60],
  ['apps/web/ui/dialog.tsx', 'useDialog', 60],
  ['apps/web/ui/dialog.tsx', 'Dialog', 100],
])('in %s, %s may have %d lines', (path, name, max) => {
  const found = (lines: number) =>
    inspect([source(path, `export function ${name}() {\n${body(lines - 2)}}\n`)])
  expect(found(max)).toEqual([])
  expect(found(max + 1).map(({ rule }) => rule)).toEqual(['function-length'])
})

test.each([
  ['export function f(a: A, b: B, c: C, d: D) {}', 1],
  ['export const f = (a: A, b: B, c: C, d: D) => {}', 1],
  ['export function f(a: Map<A, B>, b: (x: A, y: B) => C, { c, d }: D) {}', 0],
  ['function f(a: A, b: B, c: C, d: D) {}', 0],
])('%s', (text, findings) => {
  expect(inspect([source('packages/db/src/a.ts', text)]).map(({ rule }) => rule)).toEqual(
    Array(findings).fill('parameters'),
  )
})
