import { parseArgs } from 'node:util'
import { benchEdge } from './edge.ts'
import { benchMarket } from './market.ts'
import type { Bench } from './measure.ts'

/** Everything that `pnpm bench NAME` measures. */
const BENCHES: ReadonlyMap<string, () => Bench> = new Map([
  ['market', benchMarket],
  ['edge', benchEdge],
])

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const [name = ''] = positionals
const run = BENCHES.get(name)
if (!run) {
  console.error(`pnpm bench NAME [--json], where NAME is one of: ${[...BENCHES.keys()].join(', ')}`)
  process.exitCode = 1
} else {
  const { rows, lines } = run()
  console.log(values.json ? JSON.stringify({ bench: name, rows }, null, 1) : lines.join('\n'))
}
