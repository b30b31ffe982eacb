import { expect, test } from 'vitest'
import { table } from './table.ts'

test('columns are as wide as their widest cell, numbers stand to the right', () => {
  expect(
    table(
      ['rank', 'name'],
      [
        ['1', 'Calm Otter'],
        ['10', 'Fox'],
      ],
    ),
  ).toEqual(['rank  name', '   1  Calm Otter', '  10  Fox'])
})

test('a table without rows is its heading', () => {
  expect(table(['rank', 'name'], [])).toEqual(['rank  name'])
})
