import { SCENARIOS } from '@cascade/engine'
import { writeLines } from '../output.ts'

/** Lists the kinds of market a round can play. */
export async function scenarios(options: { readonly json?: boolean }): Promise<void> {
  const cards = SCENARIOS.map(({ id, title, text, days }) => ({ id, title, text, days }))
  const width = Math.max(...cards.map(({ id }) => id.length))
  await writeLines(
    options.json ? [JSON.stringify(cards)] : cards.map(({ id, text }) => `${id.padEnd(width)}  ${text}`),
  )
}
