import { defineConfig } from 'vitest/config'
import server from './apps/server/vitest.config.ts'

/** The server has several kinds of tests of its own, and vitest does not look for projects inside of a project. */
const serverProjects = (server.test?.projects ?? []).map((project) =>
  typeof project === 'object' && 'test' in project
    ? { ...project, test: { ...project.test, root: 'apps/server' } }
    : project,
)

/** One project per package and app, and one for the house's own tests. */
export default defineConfig({
  test: {
    // By default one processor is kept free, which on a small machine is half of it.
    maxWorkers: '100%',
    projects: [
      'packages/*',
      'apps/{cli,web}',
      ...serverProjects,
      { test: { name: 'house', root: 'scripts', include: ['**/*.test.ts'] } },
    ],
  },
})
