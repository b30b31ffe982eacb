import { seatId, seedFromText, wordDigest } from '@cascade/engine'
import { describe, expect, test } from 'vitest'
import { PlayersWords } from './players-words.ts'

const wordOf = (name: string) => ({ seat: seatId(name), word: seedFromText(name) })
const [ann, ben] = [wordOf('ann'), wordOf('ben')]
const digests = [ann, ben].map(({ seat, word }) => ({ seat, digest: wordDigest(word) }))
const list = async () => digests
const asIs = async (digest: string | undefined) => digest

describe("the players' words of a round", () => {
  test('are not heard before the list is closed', async () => {
    const words = new PlayersWords()
    expect(words.reveal(ann)).toBe(false)
    await words.close(list)
    expect(words.reveal(ann)).toBe(true)
    expect([words.has(ann.seat), words.has(ben.seat)]).toEqual([true, false])
    expect(words.take()).toEqual([ann])
  })

  test('have digests until the list is closed, and who joins later has none', async () => {
    const words = new PlayersWords()
    expect(await words.join('a digest', asIs)).toBe('a digest')
    await words.close(list)
    expect(await words.join('a digest', asIs)).toBeUndefined()
  })

  test('are listed when the joins under way are carried out', async () => {
    const words = new PlayersWords()
    const done: string[] = []
    let carryOut = () => {}
    const joining = words.join('a digest', async () => {
      await new Promise<void>((resolve) => {
        carryOut = resolve
      })
      done.push('join')
    })
    const closing = words.close(async () => {
      done.push('list')
      return digests
    })
    carryOut()
    await Promise.all([joining, closing])
    expect(done).toEqual(['join', 'list'])
  })

  test('are closed also when a join fails', async () => {
    const words = new PlayersWords()
    const joining = words.join('a digest', () => Promise.reject(new Error('no journal')))
    const [failed, listed] = await Promise.allSettled([joining, words.close(list)])
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'no journal' } })
    expect(listed).toEqual({ status: 'fulfilled', value: digests })
  })

  test.each([
    ['another word', { ...ann, word: ben.word }],
    ["somebody's who promised none", wordOf('eve')],
  ])('leave out %s', async (_, revealed) => {
    const words = new PlayersWords()
    await words.close(list)
    expect(words.reveal(revealed)).toBe(false)
    expect(words.take()).toEqual([])
  })

  test('do not count after the start took them, and do again if it failed', async () => {
    const words = new PlayersWords()
    await words.close(list)
    words.reveal(ann)
    expect(words.take()).toEqual([ann])
    expect(words.reveal(ben)).toBe(false)
    await words.close(list)
    expect(words.reveal(ben)).toBe(true)
    expect(words.take()).toEqual([ann, ben])
  })
})
