import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { assert } from '../assert.ts'
import { seedFromText } from '../random/seed.ts'
import { openFeed, stepFeed } from './feed.ts'
import { INSTRUMENTS } from './instruments.ts'

const TICKS = 64
const KNOWN = 'da5406f28307553ea178a4e3b35b10bd97af327c8e64b53bf4994bb839c20d0c'

/**
 * Plays a short market and compares its marks with the known ones. Run when a server or a browser starts: a
 * machine that fails here would see another market than the rest. Throws a Fault.
 */
export function checkMarket(): void {
  assert(marketDigest(TICKS) === KNOWN, 'this machine computes the same market as every other')
}

/**
 * SHA-256 over the marks and volumes of so many ticks of every instrument in the market of a fixed seed,
 * hexadecimal.
 */
export function marketDigest(ticks: number, scenario = 'flash'): string {
  const config = {
    instruments: INSTRUMENTS,
    clock: { ticks, marketMinutesPerTick: 1.4 },
    market: { scenario, volatility: 1 },
  }
  const seed = seedFromText('the same market everywhere')
  const hash = sha256.create()
  let state = openFeed(config, seed)
  while (state.tick < ticks) {
    const step = stepFeed(config, seed, state)
    state = step.state
    hash.update(
      utf8ToBytes(`${step.marks.map((mark) => mark.toFixed()).join(' ')} ${step.volumes.join(' ')}\n`),
    )
  }
  return bytesToHex(hash.digest())
}
