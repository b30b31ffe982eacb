import { expect, test } from 'vitest'
import { NotAsked, readRequest } from './request.ts'

const words = (line: string) => line.split(' ').filter((word) => word !== '')

const law = { do: 'law', seed: '1', count: 1000, json: false }

test.each`
  line                                       | request
  ${'--law monotone'}                        | ${{ ...law, law: 'monotone' }}
  ${'--law bankruptcy --count 9 --seed two'} | ${{ ...law, law: 'bankruptcy', seed: 'two', count: 9 }}
  ${'--help'}                                | ${{ do: 'help' }}
`('what is asked for: $line', ({ line, request }) => {
  expect(readRequest(words(line))).toEqual(request)
})

test.each`
  line                          | complaint
  ${'--seed 7 --players 50'}    | ${'pnpm cascade simulate --seed 7 --players 50'}
  ${'--seed 7'}                 | ${'pnpm cascade simulate --seed 7'}
  ${''}                         | ${'say which law'}
  ${'round.json'}               | ${'pnpm cascade simulate round.json'}
  ${'--law monotone --count 0'} | ${'--count takes a whole number from 1'}
  ${'--law gravity'}            | ${'there is no law gravity: liquidation-price'}
`('what is not this command is refused in words: $line', ({ line, complaint }) => {
  expect(() => readRequest(words(line))).toThrow(NotAsked)
  expect(() => readRequest(words(line))).toThrow(complaint)
})
