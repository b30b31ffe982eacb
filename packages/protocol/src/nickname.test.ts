import { expect, test } from 'vitest'
import { nickname } from './nickname.ts'

test.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['  Ada  ', 'Ada'],
  ['Ａｄａ', 'Ada'],
  ['Zoë', 'Zoë'],
  ['Zoe\u0308', 'Zoë'],
  ["O'Neill", "O'Neill"],
  ['李小龙', '李小龙'],
  ['ليلى', 'ليلى'],
  ['Nguyễn', 'Nguyễn'],
  ['Team-7', 'Team-7'],
  ['abcdefghijklmnop', 'abcdefghijklmnop'],
])('%s is a name', (text, name) => {
  expect(nickname.parse(text)).toBe(name)
})

test.each([
  ['too short', 'Al'],
  ['too long', 'abcdefghijklmnopq'],
  ['too long after normalising', 'ﷺ'],
  ['only spaces', '     '],
  ['right-to-left override', 'abc\u202Edef'],
  ['isolate', 'abc\u2066def'],
  ['zero-width space', 'abc\u200Bdef'],
  ['zero-width joiner', 'abc\u200Ddef'],
  ['byte order mark', 'abc\uFEFFdef'],
  ['soft hyphen', 'abc\u00ADdef'],
  ['NUL', 'abc\u0000def'],
  ['line feed', 'abc\ndef'],
  ['tab', 'abc\tdef'],
  ['terminal colours', '\u001B[31mred'],
  ['lone surrogate', 'abc\uD800def'],
  ['zalgo', 'Z\u0351\u036B\u0343\u036A\u0302algo'],
  ['markup', '<img onerror=1>'],
  ['formula', '=HYPERLINK()'],
  ['formula with minus', '-2+3'],
  ['formula with at', '@SUM(A1)'],
  ['two spaces', 'ab  cd'],
  ['private use', 'abc\uE000d'],
  ['emoji', 'abc😀'],
])('a name is refused for %s', (_, text) => {
  expect(nickname.safeParse(text).success).toBe(false)
})

test('a name is text and not something that can become text', () => {
  for (const value of [null, undefined, 5, {}, [], ['Ada'], { length: 5 }, 'x'.repeat(1e6)]) {
    expect(nickname.safeParse(value).success).toBe(false)
  }
})
