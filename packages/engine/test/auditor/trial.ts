import { KEPT_SEEDS } from './kept-seeds.ts'
import { type Difference, runSeeds } from './run-seeds.ts'

/** Plays seeds until the engine and its twin differ, and says where. */
const count = Number(process.argv[2])
const seeds = new Set([...KEPT_SEEDS.map(({ seed }) => seed), ...Array(count).keys()])
let caught: Difference | null = null
for (const seed of seeds) {
  if (caught) break
  caught = runSeeds({ from: seed, count: 1 }).differences[0] ?? null
}
console.log(JSON.stringify(caught))
