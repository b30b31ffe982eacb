import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { type Chunk, type Findings, together } from './chunk.ts'

const NOTHING: Findings = { counts: {}, differences: [], breaks: [] }

/**
 * Does the parts on every core of the machine; `done` hears of each. What was found is in the order of the
 * parts.
 */
export async function shareOut(chunks: readonly Chunk[], done: (chunk: Chunk) => void): Promise<Findings> {
  const found: Findings[] = []
  const left = [...chunks.entries()]
  const work = async (): Promise<void> => {
    const worker = startWorker()
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, chunk] = next
      found[index] = await worker.ask(chunk)
      done(chunk)
    }
    worker.leave()
  }
  const crew = Math.min(availableParallelism(), chunks.length)
  await Promise.all(Array.from({ length: crew }, work))
  return found.reduce(together, NOTHING)
}

/** A process that does one part at a time. One that dies has said why on standard error. */
function startWorker() {
  const worker = fork(new URL('./worker.ts', import.meta.url))
  const died = once(worker, 'exit').then(([code]): never => {
    throw new Error(`a worker ended with ${code}`)
  })
  const ask = async (chunk: Chunk): Promise<Findings> => {
    const answered = once(worker, 'message')
    worker.send(chunk)
    const [findings] = await Promise.race([answered, died])
    return findings
  }
  return { ask, leave: () => worker.disconnect() }
}
