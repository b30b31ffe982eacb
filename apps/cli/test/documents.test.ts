import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cascade, ROOT } from './cascade.ts'

const EXAMPLE = /```sh\npnpm -s cascade (.+)\n```\s+```(json|text)\n([\s\S]*?)```/g

const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const examplesOf = (path: string) =>
  [...text(path).matchAll(EXAMPLE)].map(([, line = '', kind, told = '']) => {
    const [args = '', input] = line.split(' < ')
    return { line, args: args.split(' '), input: input ? text(input) : '', kind, told }
  })

describe.each([
  ['docs/margin-command.md', 6],
  ['docs/run-command.md', 2],
])('every example of %s says what the command says', (path, count) => {
  const examples = examplesOf(path)
  test('none is missed', () => expect(examples).toHaveLength(count))
  test.each(examples)(
    '$line',
    async ({ args, input, kind, told }) => {
      const { code, out, err } = await cascade(args, input)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      if (kind === 'json') expect(JSON.parse(out)).toEqual(JSON.parse(told))
      else expect(out).toBe(told)
    },
    60_000,
  )
})
