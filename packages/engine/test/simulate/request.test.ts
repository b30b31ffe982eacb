import { expect, test } from 'vitest'
import { NotAsked, readRequest } from './request.ts'

const words = (line: string) => line.split(' ').filter((word) => word !== '')

const seeds = { do: 'seeds', from: 1, json: false }
const law = { do: 'law', seed: '1', count: 1000, json: false }

test.each`
  line                                       | request
  ${'--seeds 300'}                           | ${{ ...seeds, count: 300 }}
  ${'--seeds 5 --from 7 --json'}             | ${{ ...seeds, from: 7, count: 5, json: true }}
  ${'--law monotone'}                        | ${{ ...law, law: 'monotone' }}
  ${'--law bankruptcy --count 9 --seed two'} | ${{ ...law, law: 'bankruptcy', seed: 'two', count: 9 }}
  ${'--mutations'}                           | ${{ do: 'mutations' }}
  ${'--help'}                                | ${{ do: 'help' }}
`('what is asked for: $line', ({ line, request }) => {
  expect(readRequest(words(line))).toEqual(request)
})

test.each`
  line                          | complaint
  ${'--seed 7 --players 50'}    | ${'pnpm cascade simulate --seed 7 --players 50'}
  ${'--seed 7'}                 | ${'pnpm cascade simulate --seed 7'}
  ${''}                         | ${'--seeds, --law and --mutations'}
  ${'round.json'}               | ${'pnpm cascade simulate round.json'}
  ${'--seeds 5 --seed 7'}       | ${'--seed does not go with'}
  ${'--law monotone --from 3'}  | ${'--from does not go with'}
  ${'--seeds 3 --law monotone'} | ${'--seeds, --law and --mutations'}
  ${'--seeds 0'}                | ${'--seeds takes at least 1'}
  ${'--seeds many'}             | ${'not "many"'}
  ${'--law gravity'}            | ${'there is no law gravity: liquidation-price'}
`('what is not this command is refused in words: $line', ({ line, complaint }) => {
  expect(() => readRequest(words(line))).toThrow(NotAsked)
  expect(() => readRequest(words(line))).toThrow(complaint)
})
