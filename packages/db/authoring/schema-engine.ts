import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { PoolConfig } from 'pg'

/** As much of the platform's WebAssembly as this file needs: the Node types leave it to the browser's. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: { __wbindgen_start(): void } }
}

type Schema = { readonly files: { path: string; content: string }[] }

/**
 * Prisma's schema engine, the part that writes migrations, as WebAssembly: the native one has to be downloaded.
 * It plays the history on the given empty database.
 */
export async function schemaEngine(schema: Schema, emptyDatabase: PoolConfig): Promise<SchemaEngine> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = new WebAssembly.Module(readFileSync(join(dirname(entry), 'schema_engine_bg.wasm')))
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()

  const postgres = new PrismaPg(emptyDatabase)
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: postgres.provider,
    adapterName: postgres.adapterName,
    connect: () => postgres.connect(),
    connectToShadowDb: () => postgres.connect(),
  })
  const datamodels = schema.files.map(({ path, content }): [string, string] => [path, content])
  return glue.SchemaEngine.new({ datamodels }, () => undefined, adapter)
}
