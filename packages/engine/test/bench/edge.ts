import { payoffs } from '../simulate/no-edge-law.ts'
import type { Bench } from './measure.ts'

const MARKETS = 200

/** What a trade pays on average that follows a fall, follows a rise, or follows nothing, in basis points. */
export function benchEdge(): Bench {
  const paid = payoffs({ seed: '1', count: MARKETS })
  const ways = [paid.afterFall, paid.afterRise, paid.holding]
  const names = ['after a fall', 'after a rise', 'holding']
  const lines = ways.map(({ trades, mean, standardError }, index) =>
    [
      (names[index] ?? '').padEnd(12),
      `${mean.toFixed(2)} ± ${standardError.toFixed(2)} basis points`,
      `over ${trades} trades`,
    ].join('  '),
  )
  return { rows: ways.map((way) => ({ ...way })), lines }
}
