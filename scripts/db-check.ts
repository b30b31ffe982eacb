// pnpm db:check: says whether the migrations lead to prisma/schema.prisma and prisma/models.

import { schemaDifference } from '../packages/db/authoring/schema-difference.ts'

const missing = await schemaDifference('prisma')
if (missing) {
  console.error(
    `The migrations do not lead to the schema. Missing (pnpm db:new NAME writes it):\n\n${missing}`,
  )
  process.exit(1)
}
console.log('The migrations lead to the schema.')
process.exit(0)
