import { excused } from './excuse.ts'
import type { Finding } from './finding.ts'
import { docs } from './rules/docs.ts'
import { doors } from './rules/doors.ts'
import { floors } from './rules/floors.ts'
import { functions } from './rules/functions.ts'
import { innerOrder } from './rules/inner-order.ts'
import { lengths } from './rules/lengths.ts'
import { names } from './rules/names.ts'
import { words } from './rules/words.ts'
import type { Source } from './source.ts'

const rules: readonly ((source: Source) => readonly Finding[])[] = [
  names,
  words,
  floors,
  innerOrder,
  doors,
  docs,
  lengths,
  functions,
]

/** Everything there is to say about these files, excuses considered. */
export const inspect = (sources: readonly Source[]): readonly Finding[] =>
  sources.flatMap((source) =>
    excused(
      source,
      rules.flatMap((rule) => rule(source)),
    ),
  )
