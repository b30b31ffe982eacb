// pnpm db:new NAME: writes the migration that brings the database up to prisma/schema.prisma and
// prisma/models.

import { newMigration } from '../packages/db/authoring/new-migration.ts'

const [name] = process.argv.slice(2)
if (!name) {
  console.error('Say what changes: pnpm db:new add-room-title')
  process.exit(1)
}
const file = await newMigration('prisma', name)
console.log(
  file ? `Wrote ${file}. Read it before you commit it.` : 'The migrations already lead to the schema.',
)
process.exit(0)
