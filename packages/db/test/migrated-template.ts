import { openTemporary } from './temporary-database.ts'

/** Builds the template before any test file needs it, so that they do not all build it at once. */
export async function setup(): Promise<void> {
  const database = await openTemporary()
  await database.close()
}
