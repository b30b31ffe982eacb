import { fork } from 'node:child_process'
import { once } from 'node:events'
import { priceSchema, type Reading, roundConfigSchema } from '@cascade/protocol'
import type { PriceFile } from '@cascade/protocol/price-file'
import { z } from 'zod'

/** Reads the text of a file of prices, or says what is wrong with it; null when too many wait already. */
export type ReadPrices = (text: string) => Promise<Reading<PriceFile>> | null

/** The largest file takes two seconds on a busy machine. */
const READING_MS_MAX = 20_000
const WAITING_MAX = 8
const MEMORY = '--max-old-space-size=512'

const readingSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      instruments: roundConfigSchema.shape.instruments,
      minutesPerTick: z.number(),
      marks: z.array(z.array(priceSchema)),
    }),
  }),
  z.object({ ok: z.literal(false), problems: z.array(z.string()) }),
])

/**
 * Reads files of prices beside the rounds, one after another: a large one keeps a processor busy for longer
 * than a tick, and anybody may send one. A file that takes far too long is given up with an error.
 */
export function pricesReader(): ReadPrices {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return (text) => {
    if (waiting >= WAITING_MAX) return null
    waiting += 1
    const reading = last
      .then(() => readBeside(text))
      .finally(() => {
        waiting -= 1
      })
    last = reading.catch(() => {})
    return reading
  }
}

async function readBeside(text: string): Promise<Reading<PriceFile>> {
  const reader = fork(new URL(PROCESS.file, import.meta.url), { execArgv: [...PROCESS.flags, MEMORY] })
  try {
    const signal = AbortSignal.timeout(READING_MS_MAX)
    const said = once(reader, 'message', { signal })
    reader.send(text)
    const died = once(reader, 'exit', { signal }).then(([code]): never => {
      throw new Error(`the reader of prices ended with ${code}`)
    })
    const [reading] = await Promise.race([said, died])
    return readingSchema.parse(reading)
  } finally {
    reader.kill('SIGKILL')
  }
}

/** Beside the bundle lies a bundled program, beside the source its source. */
const PROCESS = import.meta.url.endsWith('.ts')
  ? { file: './price-process.ts', flags: ['--import', 'tsx'] }
  : { file: './price-process.mjs', flags: [] }
