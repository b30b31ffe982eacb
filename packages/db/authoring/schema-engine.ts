import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils'
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { CatalogClient, withFlags } from './catalog-client.ts'

/** As much of the platform's WebAssembly as this file needs: the Node types leave it to the browser's. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: { __wbindgen_start(): void } }
}

type Schema = { readonly files: { path: string; content: string }[] }

/**
 * Prisma's schema engine, the part that writes migrations, as WebAssembly: the native one has to be
 * downloaded. It plays the history on the given empty database.
 */
export async function schemaEngine(schema: Schema, emptyDatabase: pg.PoolConfig): Promise<SchemaEngine> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = new WebAssembly.Module(readFileSync(join(dirname(entry), 'schema_engine_bg.wasm')))
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()

  const adapter = bindMigrationAwareSqlAdapterFactory(factory(emptyDatabase))
  const datamodels = schema.files.map(({ path, content }): [string, string] => [path, content])
  return glue.SchemaEngine.new({ datamodels }, () => undefined, adapter)
}

/** Runs a whole script, and fails with an error that the schema engine can put into words. */
async function run(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    const { message, code = '', severity = 'ERROR', detail, column, hint } = error
    throw new DriverAdapterError({ kind: 'postgres', message, code, severity, detail, column, hint })
  }
}

function factory(emptyDatabase: pg.PoolConfig): SqlMigrationAwareDriverAdapterFactory {
  const pool = new pg.Pool({ ...emptyDatabase, max: 1, Client: CatalogClient })
  const postgres = new PrismaPg(pool)
  const connect = async () => {
    const connection = await postgres.connect()
    const queryRaw = connection.queryRaw.bind(connection)
    return Object.assign(connection, {
      queryRaw: async (query: SqlQuery) => withFlags(await queryRaw(query)),
      // The adapter's own cuts a script at every semicolon, those inside a function's body too.
      executeScript: (script: string) => run(pool, script),
    })
  }
  const { provider, adapterName } = postgres
  return { provider, adapterName, connect, connectToShadowDb: connect }
}
