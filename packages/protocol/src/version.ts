/**
 * The version of everything that goes over the wire or into the journal. It goes up by one whenever a schema
 * changes in a way that an older client or journal would not understand; the test beside this file notices
 * every change.
 */
export const PROTOCOL_VERSION = 7
