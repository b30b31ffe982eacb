import { chacha20 } from '@noble/ciphers/chacha.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { seedFromText } from './seed.ts'
import { openStream, type Stream, streamOfKey } from './stream.ts'

/** The first bytes of a tick, as the standard writes them: each word with its lowest byte first. */
function bytesOf(stream: Stream, tick: number, first: number): string {
  const bytes = new Uint8Array(64)
  const view = new DataView(bytes.buffer)
  for (let place = 0; place < 16; place += 1)
    view.setUint32(place * 4, stream.word(tick, first + place), true)
  return bytesToHex(bytes)
}

describe('ChaCha20', () => {
  test('gives the block of RFC 8439, 2.3.2', () => {
    const key = hexToBytes('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f')
    const nonce = hexToBytes('000000090000004a00000000')
    expect(bytesToHex(chacha20(key, nonce, new Uint8Array(64), undefined, 1))).toBe(
      '10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e' +
        'd2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e',
    )
  })
})

describe('a stream', () => {
  const zero = streamOfKey(new Uint8Array(32))

  test.each([
    [
      'A.1 1',
      0,
      '76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7' +
        'da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586',
    ],
    [
      'A.1 2',
      1,
      '9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed' +
        '29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f',
    ],
  ])('counts blocks by tick, as RFC 8439 %s', (_name, tick, block) => {
    expect(bytesOf(zero, tick, 0)).toBe(block)
  })

  test('goes on past sixteen words in the next nonce', () => {
    const nonce = hexToBytes('010000000000000000000000')
    const block = chacha20(new Uint8Array(32), nonce, new Uint8Array(64), undefined, 77)
    expect(bytesOf(zero, 77, 16)).toBe(bytesToHex(block))
  })

  test('gives a tick the same words in whatever order ticks are asked for', () => {
    const ticks = [0, 31, 32, 33, 1_000_000, 31, 0]
    const fresh = ticks.map((tick) => bytesOf(openStream(seedFromText('a'), 'x'), tick, 0))
    const one = openStream(seedFromText('a'), 'x')
    expect(ticks.map((tick) => bytesOf(one, tick, 0))).toEqual(fresh)
    expect(new Set(fresh).size).toBe(5)
  })

  test('lets dice be used on after those of a later tick', () => {
    const stream = openStream(seedFromText('a'), 'x')
    const draws = (dice: ReturnType<Stream['at']>, count: number) =>
      Array.from({ length: count }, () => dice.uniform())
    const whole = draws(stream.at(3), 20)
    const early = stream.at(3)
    const begun = draws(early, 5)
    draws(stream.at(5000), 20)
    expect([...begun, ...draws(early, 15)]).toEqual(whole)
  })

  test('differs by seed and by purpose', () => {
    const first = (text: string, purpose: string) => openStream(seedFromText(text), purpose).at(1).uniform()
    expect(first('a', 'x')).toBe(first('a', 'x'))
    expect(first('a', 'x')).not.toBe(first('a', 'y'))
    expect(first('a', 'x')).not.toBe(first('b', 'x'))
  })

  test('is known: HMAC-SHA256 of the purpose under the seed is its key', () => {
    const stream = openStream(seedFromText('a known seed'), 'market')
    expect(bytesOf(stream, 1, 0).slice(0, 32)).toBe('ff58db9ed700397176ad8013c23dca9e')
  })
})
