// Bundles the server, the thread of the embedded database and the reader of price files into dist/, so that a
// start loads two files of ours.
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import manifest from './package.json' with { type: 'json' }

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const outdir = here('./dist')

// Our own packages are source and go into the bundle; everything else stays where the package manager put
// it, which is
// why whatever the bundle asks for has to be a dependency of this package.
const external = Object.keys(manifest.dependencies).filter((name) => !name.startsWith('@cascade/'))

const banner = [
  "import { createRequire as makeRequire } from 'node:module'",
  'const require = makeRequire(import.meta.url)',
].join(';')

await rm(outdir, { recursive: true, force: true })
await build({
  entryPoints: [
    { in: here('./src/main.ts'), out: 'main' },
    // Started beside the bundle, as they are beside their modules in the source tree.
    { in: here('./src/rooms/price-process.ts'), out: 'price-process' },
    { in: here('../../packages/db/src/embedded/database-worker.mjs'), out: 'database-worker' },
  ],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  splitting: false,
  sourcemap: true,
  external: [...external, ...external.map((name) => `${name}/*`)],
  // CommonJS inside an ES module asks for a `require` that is not there.
  banner: { js: banner },
  logLevel: 'warning',
})
