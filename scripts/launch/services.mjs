import { connect } from 'node:net'

const variable = 'CASCADE_TEST_POSTGRES_URL'
const here = { port: 5432, url: 'postgres://postgres@127.0.0.1:5432/test' }
const fromCompose = 'postgres://postgres:cascade@127.0.0.1:5432/postgres'

/**
 * The environment for the tests, and a note for each server they will have to do without. Only where CI=true
 * is a server on this machine taken without asking: elsewhere it may be somebody's.
 * @param {NodeJS.ProcessEnv} given
 */
export async function findServices(given) {
  if (given[variable]) return { env: given, notes: [] }
  if (given.CI === 'true' && (await answers(here.port)))
    return { env: { ...given, [variable]: here.url }, notes: [] }
  const howTo = `To run them: docker compose up -d, then set ${variable}=${fromCompose}`
  return { env: given, notes: [`the tests that need a PostgreSQL server. ${howTo}`] }
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
