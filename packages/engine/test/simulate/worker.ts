import { type Chunk, carryOut } from './chunk.ts'

// A process of its own: it is sent a part of the work, answers with what came of it, and is sent the next.
process.on('message', (chunk: Chunk) => {
  process.send?.(carryOut(chunk), undefined, undefined, (error) => {
    // Whoever asked has gone, and has said why.
    if (error) process.exit(1)
  })
})
