import { SCENARIOS } from '@cascade/engine'
import { writeLines } from '../output.ts'

/** Lists the kinds of market a round can play; as JSON with everything that is decided about them. */
export async function scenarios(options: { readonly json?: boolean }): Promise<void> {
  const width = Math.max(...SCENARIOS.map(({ id }) => id.length))
  await writeLines(
    options.json
      ? [JSON.stringify(SCENARIOS)]
      : SCENARIOS.flatMap(({ id, text, expect }) => [
          `${id.padEnd(width)}  ${text}`,
          `${' '.repeat(width)}  ${expect}`,
        ]),
  )
}
