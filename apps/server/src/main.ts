import { DataDirectoryInUse, MigrationProblem } from '@cascade/db'
import { checkMarket } from '@cascade/engine'
import { readSettings, StartProblem, USAGE } from './env.ts'
import { greeting } from './greeting.ts'
import { openLog } from './log.ts'
import { type RunningServer, startServer } from './server.ts'

/** A stop that takes longer is cut short: whatever was acknowledged is in the journal already. */
const STOP_MS_MAX = 2_500

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env)
  if (settings === 'help') return console.log(USAGE)
  process.setSourceMapsEnabled(true)
  const log = openLog(settings.logLevel)
  const die = (what: string) => (cause: unknown) => {
    log.fatal({ err: cause }, what)
    process.exit(1)
  }
  // What nobody expected leaves nothing that can be trusted: the journal is, and the next start resumes
  // from it.
  process.on('uncaughtException', die('uncaught exception'))
  process.on('unhandledRejection', die('unhandled rejection'))
  proveMarket()
  const server = await startServer(settings, log)
  void server.database.lost.then(die('the database is gone'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server))
  console.log(greeting(server.hosts))
}

/** A round that is played here must be the one that every browser computes when it verifies it. */
function proveMarket(): void {
  try {
    checkMarket()
  } catch {
    throw new StartProblem(
      'This machine computes another market than every other, so no round played here could be verified. ' +
        'Start it with another version of Node.',
    )
  }
}

async function stop(server: RunningServer): Promise<void> {
  setTimeout(() => process.exit(1), STOP_MS_MAX).unref()
  await server.stop()
  process.exit(0)
}

main().catch((problem: unknown) => {
  const known =
    problem instanceof StartProblem ||
    problem instanceof DataDirectoryInUse ||
    problem instanceof MigrationProblem
  console.error(known ? `\n${problem.message}\n` : problem)
  process.exit(1)
})
