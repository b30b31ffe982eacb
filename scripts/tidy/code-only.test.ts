import { expect, test } from 'vitest'
import { codeOnly } from './code-only.ts'

test.each([
  ['a comment', 'a // no `any` here\nb', 'a //              \nb'],
  ['a comment over lines', 'a /* x\ny */ b', 'a     \n     b'],
  ['a string', "say('it is // not')", "say('            ')"],
  ['an escaped quote', "say('it\\'s')", "say('     ')"],
  ['an apostrophe in a text between tags', "<p>don't</p> b", "<p>don't</p> b"],
  ['a template', '`a ${b + `c ${d}`} e`', '`  ${b + `  ${d}`}  `'],
  ['an object inside of a template', '`${f({ a: 1 })} any`', '`${f({ a: 1 })}    `'],
  ['a regular expression', 'x.replace(/any"/g, y)', 'x.replace(/    /g, y)'],
  ['a division', 'a / b / c', 'a / b / c'],
])('%s keeps its place and loses its inside', (_, text, code) => {
  expect(codeOnly(text)).toBe(code)
})
