import { posix } from 'node:path'
import type { Finding } from '../finding.ts'
import { type Import, importsOf, packageOf } from '../imports.ts'
import { isTest, type Source, workspaceOf } from '../source.ts'

interface Floor {
  /** Our own packages below. */
  readonly below: readonly string[]
  /** Packages of which only types may be known. */
  readonly types?: readonly string[]
  /** Packages from outside; undefined: whatever package.json declares. */
  readonly outside?: RegExp
}

/** The table of floors in ARCHITECTURE.md: what each may import. */
const table: Readonly<Record<string, Floor>> = {
  engine: { below: [], outside: /^(?:decimal\.js|@stdlib\/|@noble\/)/ },
  review: { below: ['engine'], outside: /^$/ },
  players: { below: ['engine'], outside: /^$/ },
  protocol: { below: ['engine'], outside: /^(?:zod|csv-parse)(?:$|\/)/ },
  db: { below: [], outside: /^(?:node:|@prisma\/|prisma$|pg$|@electric-sql\/)/ },
  api: { below: ['engine', 'review', 'players', 'protocol', 'db'], outside: /^(?:node:|@trpc\/server|zod$)/ },
  server: { below: ['engine', 'review', 'players', 'protocol', 'db', 'api', 'web'] },
  cli: { below: ['engine', 'review', 'players', 'protocol', 'db', 'api'] },
  web: {
    below: ['engine', 'review', 'players', 'protocol'],
    types: ['api'],
    outside: /^(?!pg$|prisma$|@prisma\/|@electric-sql\/)/,
  },
  bench: { below: ['engine', 'review', 'players', 'protocol', 'db', 'api'] },
}

/** Tests may read files, wait and roll dice, whatever floor they stand on. */
const testTools = /^(?:node:|vitest|fast-check)/

/** Imports go down the stairs, never up. */
export function floors(source: Source): readonly Finding[] {
  const name = workspaceOf(source.path)
  const floor = name === undefined ? undefined : table[name]
  if (name === undefined || floor === undefined) return []
  return importsOf(source).flatMap((one) => {
    const why = trouble(source, { ...floor, name }, one)
    return why === undefined ? [] : [finding(source.path, one, why)]
  })
}

function trouble(source: Source, floor: Floor & { readonly name: string }, one: Import): string | undefined {
  if (one.from.startsWith('.')) return leavesHome(source.path, one.from)
  const own = /^@cascade\/(\w+)/.exec(one.from)?.[1]
  if (own === floor.name) return undefined
  if (own !== undefined) return climbs(floor, own, one)
  if (isTest(source.path) && testTools.test(one.from)) return undefined
  if (floor.outside === undefined || floor.outside.test(one.from)) return undefined
  return `${floor.name} does not know ${packageOf(one.from)}`
}

function climbs(floor: Floor & { readonly name: string }, own: string, one: Import): string | undefined {
  if (floor.below.includes(own)) return undefined
  if (!floor.types?.includes(own)) return `${floor.name} may not know ${own}`
  return one.typeOnly ? undefined : `${floor.name} may know ${own} only through \`import type\``
}

function leavesHome(path: string, from: string): string | undefined {
  const target = posix.join(posix.dirname(path), from)
  if (workspaceOf(`${target}/`) === workspaceOf(path)) return undefined
  return /^(?:apps|packages)\//.test(target)
    ? 'a relative path walks into another package past its front door'
    : undefined
}

const finding = (path: string, one: Import, why: string): Finding => ({
  rule: 'floor',
  path,
  line: one.line,
  found: `import of '${one.from}'`,
  why: `${why}; imports go down the table of floors in ARCHITECTURE.md`,
  instead: 'pass it in from above, or move what is shared down to the floor both stand on',
})
