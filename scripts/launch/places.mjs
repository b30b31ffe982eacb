import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A path inside the checkout. @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts)

/** Everything the launcher remembers; deleting it costs one cold start. */
export const stateDirectory = inRoot('.cascade')
