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
