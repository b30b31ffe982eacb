import type { Chunk } from './chunk.ts'
import { shareOut } from './crew.ts'
import { isClean, reportLines } from './report.ts'
import { HELP, NotAsked, type Request, readRequest } from './request.ts'

const SEEDS_AT_ONCE = 5
const CASES_AT_ONCE = 250
/** A part of the way after which a line is written, where nobody watches a line change. */
const STEPS = 10

try {
  await simulate(readRequest(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof NotAsked)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function simulate(request: Request): Promise<void> {
  if (request.do === 'help') console.log(HELP)
  else if (request.do === 'mutations') await plantBugs()
  else await tryOut(request)
}

/** A command of its own, which would take our words for names of bugs. */
async function plantBugs(): Promise<void> {
  process.argv.splice(2)
  await import('../auditor/mutations.ts')
}

type Work = Extract<Request, { do: 'seeds' | 'law' }>

async function tryOut(work: Work): Promise<void> {
  const began = performance.now()
  const findings = await shareOut(chunksOf(work), progressOf(work))
  const seconds = (performance.now() - began) / 1000
  if (work.json) console.log(JSON.stringify({ ...work, json: undefined, seconds, ...findings }))
  else console.log(reportLines(findings, seconds).join('\n'))
  if (!isClean(findings)) process.exitCode = 1
}

function chunksOf({ json: _, ...work }: Work): readonly Chunk[] {
  const first = work.do === 'seeds' ? work.from : 0
  const most = work.do === 'seeds' ? SEEDS_AT_ONCE : CASES_AT_ONCE
  return Array.from({ length: Math.ceil(work.count / most) }, (_unused, index) => {
    const done = index * most
    return { ...work, from: first + done, count: Math.min(most, work.count - done) }
  })
}

/** Says on standard error how far it is. */
function progressOf({ do: what, count }: Work): (chunk: Chunk) => void {
  const name = what === 'seeds' ? 'rounds' : 'cases'
  let done = 0
  let said = 0
  return (chunk) => {
    done += chunk.count
    const step = Math.floor((done * STEPS) / count)
    const line = `${done} of ${count} ${name}`
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === count ? '\n' : ''}`)
    else if (step > said) process.stderr.write(`${line}\n`)
    said = step
  }
}
