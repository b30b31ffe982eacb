import { runSeeds } from './run-seeds.ts'

const seeds = Number(process.argv[2])
let caught = null
for (let from = 0; from < seeds && !caught; from += 1)
  caught = runSeeds({ from, count: 1 }).differences[0] ?? null
console.log(JSON.stringify(caught))
