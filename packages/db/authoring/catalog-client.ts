import type { SqlResultSet } from '@prisma/driver-adapter-utils'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/**
 * PostgreSQL's one-byte "char", which its catalog uses for flags. Prisma's schema engine reads it, its
 * adapter cannot.
 */
const CHAR = 18

/** A type that the adapter knows and the catalog has no use for, so that it can stand for the other one. */
const UUID = 2950

type RowDescription = { fields: { dataTypeID: number }[] }

/** A client whose "char" columns get past the adapter. */
export class CatalogClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.connection.prependListener('rowDescription', ({ fields }: RowDescription) => {
      for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = UUID
    })
  }
}

/** Gives those columns the type the schema engine expects. */
export function withFlags(result: SqlResultSet): SqlResultSet {
  const columnTypes = result.columnTypes.map((type) =>
    type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
  )
  return { ...result, columnTypes }
}
