import type { Journal, PrismaClient } from '@cascade/db'

/** The part of the journal that the past is read from. */
export type JournalReader = Pick<Journal, 'opening' | 'frames'>

/** What a call may use. Who calls, the session says: no input ever does. */
export interface ApiContext {
  readonly userId: string | null
  readonly prisma: PrismaClient
  readonly journal: JournalReader
}
