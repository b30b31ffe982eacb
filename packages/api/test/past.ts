import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, openDatabase } from '@cascade/db'
import { RULES_VERSION, roundId, standardConfig } from '@cascade/engine'
import { encode } from '@cascade/protocol'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** An embedded database of the test's own. */
export async function openPast(): Promise<{ readonly database: Database; close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cascade-api-'))
  const database = await openDatabase({
    dataDir,
    migrationsDir: join(repository, 'prisma', 'migrations'),
    cacheDir: join(repository, '.cascade', 'template'),
  })
  return {
    database,
    close: async () => {
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Writes people into the rows. */
export async function addUsers({ prisma }: Database, ids: readonly string[]): Promise<void> {
  await prisma.user.createMany({
    data: ids.map((id) => ({ id, name: id, email: `${id}@anonymous.invalid` })),
  })
}

/** One seat's end. */
export interface PastSeat {
  readonly seat: string
  readonly userId: string | null
  readonly growth: string
  readonly fills?: number
  readonly wiped?: boolean
}

/** A round, and what became of it. */
export interface PastRound {
  readonly id: string
  readonly seats: readonly PastSeat[]
  readonly live?: boolean
  /** Whether its prices were written before it. */
  readonly scripted?: boolean
}

/** Writes a round into the rows: over, with these results, or still going on. */
export async function addRound(
  { prisma }: Database,
  { id, seats, live = false, scripted = false }: PastRound,
): Promise<void> {
  const config = standardConfig({ id: roundId(id) })
  await prisma.round.create({
    data: {
      id,
      kind: 'solo',
      status: live ? 'running' : 'ended',
      config: encode(scripted ? { ...config, market: { ...config.market, scripted } } : config),
      rulesVersion: RULES_VERSION,
      seedCommit: 'c'.repeat(64),
      seed: live ? null : '5'.repeat(64),
      ticks: 100,
      endedAt: live ? null : new Date(),
      seats: {
        create: seats.map(({ seat, userId }) => ({
          seatId: seat,
          userId,
          name: `Name of ${seat}`,
          kind: userId === null ? 'automatic' : 'human',
        })),
      },
    },
  })
  if (live) return
  await prisma.result.createMany({
    data: seats.map(({ seat, growth, fills = 5, wiped = false }, index) => ({
      roundId: id,
      seatId: seat,
      rank: index + 1,
      equity: '10000',
      growth,
      wiped,
      fills,
    })),
  })
}
