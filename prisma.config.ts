import type { PrismaConfig } from '@prisma/config'

/** Where Prisma's own tools find the schema and the migrations. The server reads neither: it applies the SQL itself. */
export default {
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
} satisfies PrismaConfig
