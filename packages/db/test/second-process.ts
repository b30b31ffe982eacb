// Opens a data directory that another process holds, and tells how that went.

import { DataDirectoryInUse, openDatabase } from '../src/index.ts'
import { cacheDir, migrationsDir } from './temporary-database.ts'

const [dataDir = ''] = process.argv.slice(2)
const startedAt = performance.now()
try {
  await openDatabase({ dataDir, migrationsDir, cacheDir })
} catch (error) {
  if (!(error instanceof DataDirectoryInUse)) throw error
  console.log(JSON.stringify({ message: error.message, tookMs: performance.now() - startedAt }))
  process.exitCode = 1
}
