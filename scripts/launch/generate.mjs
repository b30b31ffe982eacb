import { existsSync } from 'node:fs'
import { fingerprintOf, sourcesUnder } from './fingerprint.mjs'
import { inRoot } from './places.mjs'

const prisma = inRoot('packages', 'db', 'node_modules', 'prisma')

/** The typed database client. @type {import('./step.mjs').Step} */
export const generateStep = {
  name: 'generate',
  fingerprint: () =>
    fingerprintOf([...sourcesUnder(inRoot('prisma')), inRoot('prisma.config.ts'), `${prisma}/package.json`]),
  isThere: () => existsSync(inRoot('packages', 'db', 'src', 'generated')),
  work: async (run) => {
    // Any file that exists will do: it only keeps Prisma from downloading an engine that `generate` never
    // starts.
    const env = {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: inRoot('package.json'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }
    return (await run(process.execPath, [`${prisma}/build/index.js`, 'generate'], { env })) === 0
  },
  advice: 'The data model in prisma/ is not valid: see the message above.',
}
