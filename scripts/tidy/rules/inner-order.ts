import { posix } from 'node:path'
import type { Finding } from '../finding.ts'
import { importsOf } from '../imports.ts'
import { isTest, type Source } from '../source.ts'

const engine = 'packages/engine/src/'

/** From the nouns up to the verbs: a room knows its own landing and those before it. */
const landings: readonly (readonly string[])[] = [
  ['number', 'assert', 'version'],
  ['random', 'rejection'],
  ['ledger', 'market', 'orders', 'margin', 'round', 'scoring'],
  ['state', 'command', 'market-event', 'event', 'outcome', 'cascade'],
  ['evolve', 'invariants', 'canonical'],
  ['decision', 'fairness'],
  ['commands', 'tick'],
  ['open-round', 'execute'],
  ['replay', 'view'],
  ['index'],
]

/** Inside the engine nouns never learn of verbs. */
export function innerOrder(source: Source): readonly Finding[] {
  if (!source.path.startsWith(engine) || isTest(source.path)) return []
  const room = roomOf(source.path)
  const own = landingOf(room)
  if (own === -1) return [unknownRoom(source.path, room)]
  return importsOf(source)
    .filter((one) => one.from.startsWith('.'))
    .map((one) => ({ ...one, room: roomOf(posix.join(posix.dirname(source.path), one.from)) }))
    .filter((one) => landingOf(one.room) > own)
    .map((one) => ({
      rule: 'order',
      path: source.path,
      line: one.line,
      found: `${room} imports ${one.room}`,
      why: `${one.room} is built on ${room}, and a noun that knows its verbs cannot be read alone`,
      instead: 'pass the value in, or move the shared type down to the room of its noun',
    }))
}

const roomOf = (path: string): string => path.slice(engine.length).replace(/\.ts$/, '').split('/')[0] ?? ''

const landingOf = (room: string): number => landings.findIndex((rooms) => rooms.includes(room))

const unknownRoom = (path: string, room: string): Finding => ({
  rule: 'order',
  path,
  line: 1,
  found: `the room "${room}" is not in the order of the engine`,
  why: 'a room without a place in the order may be imported from anywhere',
  instead: 'put it into a room that exists, or give it its place in scripts/tidy/rules/inner-order.ts',
})
