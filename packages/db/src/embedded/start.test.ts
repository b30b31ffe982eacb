import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryDirectory } from '../../test/temporary-database.ts'
import { connectionTo, listenFor } from './address.ts'
import { startEmbedded } from './start.ts'

const directory = temporaryDirectory()
const workerUrl = new URL('../../test/dying-worker.mjs', import.meta.url)

afterAll(() => directory.remove())

test('a database that cannot start says why', async () => {
  const start = startEmbedded({ dataDir: join(directory.path, 'stillborn'), workerUrl })
  await expect(start).rejects.toMatchObject({ cause: { message: 'the disk is gone' } })
})

test('a database that breaks down is reported lost', async () => {
  const embedded = await startEmbedded({ dataDir: directory.path, workerUrl })
  expect(await embedded.lost).toMatchObject({ cause: { message: 'out of memory' } })
})

test.runIf(process.platform !== 'win32')('the database listens on a socket in its own directory', () => {
  expect(listenFor('/data/cascade')).toEqual({ path: '/data/cascade/.s.PGSQL.5432' })
  expect(
    connectionTo('/data/cascade/.s.PGSQL.5432', { dataDir: '/data/cascade', password: 'x' }),
  ).toMatchObject({
    host: '/data/cascade',
    port: 5432,
  })
})

test('where the path is too long for a socket, it listens on this machine alone', () => {
  expect(listenFor(`/data/${'long/'.repeat(20)}`)).toEqual({ host: '127.0.0.1', port: 0 })
  const connection = connectionTo({ address: '127.0.0.1', port: 4111 }, { dataDir: '/data', password: 'x' })
  expect(connection).toMatchObject({ host: '127.0.0.1', port: 4111, password: 'x' })
})
