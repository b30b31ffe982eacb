import { connect } from 'node:net'

/** Servers that some tests need and that a player's machine does not have. */
const services = [
  {
    name: 'PostgreSQL',
    variable: 'CASCADE_TEST_POSTGRES_URL',
    port: 5432,
    url: 'postgres://postgres@127.0.0.1:5432/test',
  },
  { name: 'Redis', variable: 'CASCADE_TEST_REDIS_URL', port: 6379, url: 'redis://127.0.0.1:6379' },
]

/**
 * The environment for the tests, and a note for each server they will have to do without. Only where CI=true
 * is a server on this machine taken without asking: elsewhere its databases may be somebody's.
 * @param {NodeJS.ProcessEnv} given
 */
export async function findServices(given) {
  const env = { ...given }
  /** @type {string[]} */
  const notes = []
  for (const { name, variable, port, url } of services) {
    if (env[variable]) continue
    if (env.CI === 'true' && (await answers(port))) env[variable] = url
    else notes.push(`tests that need ${name}. To run them: docker compose up -d, then set ${variable}=${url}`)
  }
  return { env, notes }
}

/** @param {number} port @returns {Promise<boolean>} */
const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 })
    const settle = (/** @type {boolean} */ result) => {
      socket.destroy()
      resolve(result)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
    socket.once('timeout', () => settle(false))
  })
