import { delimiter, posix } from 'node:path'
import { exitOf, startChild } from './children.mjs'
import { inRoot } from './places.mjs'
import { prepare } from './prepare.mjs'
import { scriptOf, workspaceFolders } from './workspaces.mjs'

/** @typedef {{ code: number, output: string }} Verdict */

const colors = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`

/** @type {Record<string, { look: () => Promise<Verdict>, advice: string }>} */
const checks = {
  format: {
    look: () => node(['node_modules/@biomejs/biome/bin/biome', 'ci', colors, '--error-on-warnings', '.']),
    advice: 'npm run format repairs what a machine can repair',
  },
  types: { look: types, advice: 'the compiler is right; `any`, `!` and `as` are not the answer' },
  tidy: {
    look: () => node(['--import', 'tsx', 'scripts/tidy.ts']),
    advice: 'CONTRIBUTING.md says how a file earns an excuse',
  },
  rules: {
    look: () => node(['--import', 'tsx', 'scripts/rules.ts']),
    advice: 'a rule is a clause in docs/rules, a test with its number, then code',
  },
  knip: {
    look: () => node(['node_modules/knip/bin/knip.js', '--no-progress']),
    advice: 'delete what nobody uses, or use it',
  },
}

const atOnce = 2

/**
 * Everything that can be said about the code without running it.
 * @param {string[]} names the checks to make; all when empty
 */
export async function check(names) {
  const unknown = names.find((name) => !(name in checks))
  if (unknown) {
    console.error(`There is no check called ${unknown}: use ${Object.keys(checks).join(', ')}.`)
    return 2
  }
  await prepare(['install', 'generate'])
  const chosen = names.length > 0 ? names : Object.keys(checks)
  const verdicts = await inPairs(chosen, timed)
  const failed = chosen.filter((_, index) => verdicts[index]?.code !== 0)
  for (const name of failed)
    console.log(`\n── ${name} ──\n${verdicts[chosen.indexOf(name)]?.output.trimEnd()}`)
  if (failed.length > 0) console.log('')
  for (const name of failed) console.log(`  ${name} failed: ${checks[name]?.advice}`)
  console.log(failed.length === 0 ? '  all is well' : `  ${failed.length} of ${chosen.length} checks failed`)
  return failed.length === 0 ? 0 : 1
}

/** @param {string} name @returns {Promise<Verdict>} */
async function timed(name) {
  const startedAt = Date.now()
  const verdict = (await checks[name]?.look()) ?? { code: 2, output: '' }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  console.log(`  ${name.padEnd(9)} ${verdict.code === 0 ? 'ok    ' : 'FAILED'} ${seconds.padStart(5)} s`)
  return verdict
}

/** Every package says in its own `types` script how it is compiled. @returns {Promise<Verdict>} */
async function types() {
  const verdicts = await inPairs(['scripts', ...workspaceFolders()], async (folder) => {
    const script = folder === 'scripts' ? 'tsc -p .' : scriptOf(folder, 'types')
    if (!script) return { code: 1, output: `${folder}/package.json has no "types" script\n` }
    const { code, output } = await shell(script, inRoot(folder))
    const fromRoot = output.replaceAll(/^[^\s(]+(?=\(\d+,\d+\))/gm, (path) => posix.join(folder, path))
    return { code, output: fromRoot }
  })
  // A package is compiled again with everyone who uses it; its mistakes are said once.
  const lines = verdicts.flatMap((verdict) => verdict.output.split('\n'))
  return {
    code: Math.max(...verdicts.map((verdict) => verdict.code)),
    output: [...new Set(lines)].join('\n'),
  }
}

/**
 * @template Item, Result
 * @param {Item[]} items
 * @param {(item: Item) => Promise<Result>} work
 * @returns {Promise<Result[]>} in the order of the items
 */
async function inPairs(items, work) {
  /** @type {Result[]} */
  const results = []
  const queue = [...items.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

/** @param {string[]} args */
const node = (args) => collect(startChild(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] }))

/** @param {string} script @param {string} cwd */
const shell = (script, cwd) => {
  const PATH = [`${cwd}/node_modules/.bin`, inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter)
  return collect(
    startChild(script, [], {
      shell: true,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH },
    }),
  )
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<Verdict>} */
async function collect(child) {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return { code: await exitOf(child), output }
}
