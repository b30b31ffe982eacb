export { DataDirectoryInUse } from './embedded/directory-lock.ts'
export type { CheckpointLimits } from './embedded/start.ts'
export type { PrismaClient, Result, Room, Round, RoundSeat, User } from './generated/client.ts'
export { Prisma, RoundKind, RoundStatus, SeatKind } from './generated/client.ts'
export type {
  FramesFrom,
  Journal,
  JournalFrame,
  JournalOpening,
  JournalSnapshot,
  Lease,
  LeaseClaim,
  LeaseHolder,
  LiveRound,
  StoredFrame,
} from './journal/journal.ts'
export { AppendInDoubt, LEASE_MS, SNAPSHOTS_KEPT } from './journal/journal.ts'
export type { MemoryJournalOptions } from './journal/memory.ts'
export { memoryJournal } from './journal/memory.ts'
export type { MigrationProblemReason } from './migrations/problem.ts'
export { MigrationProblem } from './migrations/problem.ts'
export type { Database, DatabaseOptions } from './open-database.ts'
export { openDatabase } from './open-database.ts'
