export type MigrationProblemReason = 'changed' | 'ahead' | 'unfinished' | 'failed'

/** The database and the migrations on disk do not fit together. Nothing was changed. */
export class MigrationProblem extends Error {
  override readonly name = 'MigrationProblem'
  readonly reason: MigrationProblemReason
  readonly migration: string

  constructor(reason: MigrationProblemReason, migration: string, options?: ErrorOptions) {
    super(`Migration ${migration} ${SENTENCES[reason]}`, options)
    this.reason = reason
    this.migration = migration
  }
}

const SENTENCES: Readonly<Record<MigrationProblemReason, string>> = {
  changed: 'was applied with another text than it has now. Restore its file: it never changes again.',
  ahead: 'was applied but is not part of this version. Start the newer version, or restore a backup.',
  unfinished: 'was begun by another tool and did not finish. Resolve it with that tool first.',
  failed: 'could not be applied, and was undone.',
}
