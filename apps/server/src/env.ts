import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

/** What the server was told before it started. */
export interface Settings {
  /** 0 takes any free port. */
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  /** Everybody on the local network may come in. */
  readonly lan: boolean
  /** Next compiles on demand. */
  readonly dev: boolean
  /** Seeds may be chosen and everything is as short as a test needs it. */
  readonly test: boolean
  /** False: no pages, only the interfaces; for tests. */
  readonly web: boolean
  /** Where the embedded database, the secret and the lock live. */
  readonly dataDir: string
  /** A PostgreSQL server instead of the embedded database. */
  readonly databaseUrl: string | null
  /** How people reach a server behind a proxy, for example `https://cascade.example.org`. */
  readonly publicUrl: string | null
  /** Makes every seed known beforehand; only ever set together with `test`, as are the two below. */
  readonly testSeed: string | null
  /** Makes every round so many ticks long. */
  readonly testTicks: number | null
  /** Makes every tick so long. */
  readonly testTickMs: number | null
  readonly logLevel: LogLevel
}

type Environment = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const

/** How much the server writes to its log. */
export type LogLevel = (typeof LOG_LEVELS)[number]

/** The server cannot start, for a reason that a person can do something about. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** The folder of the whole repository: this file and the bundle lie equally deep in it. */
export const repositoryDir = resolve(import.meta.dirname, '..', '..', '..')

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  lan: { type: 'boolean', default: false },
  dev: { type: 'boolean', default: false },
  test: { type: 'boolean', default: false },
  'no-web': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** What `--help` prints. */
export const USAGE = `Usage: npm start -- [options]

  --lan          let everybody on the local network in, and print a QR code
  --port NUMBER  listen on this port (default 3000, or PORT)
  --host ADDRESS listen on this address (default 127.0.0.1, or HOST)
  --dev          compile the pages on demand
  --test         heeds CASCADE_TEST_SEED, CASCADE_TEST_TICKS and CASCADE_TEST_TICK_MS, which make
                 every market known beforehand or shorter; never for a real class
  --no-web       no pages, only the interfaces

Environment: PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, LOG_LEVEL`

const empty = (value: unknown): unknown => (value === '' ? undefined : value)

const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65_535, 'must be 0 to 65535')

const environment = z.object({
  PORT: z.preprocess(empty, port.default(3_000)),
  HOST: z.preprocess(empty, z.string().optional()),
  DATA_DIR: z.preprocess(empty, z.string().optional()),
  DATABASE_URL: z.preprocess(
    empty,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
      .optional(),
  ),
  PUBLIC_URL: z.preprocess(
    empty,
    z
      .url({ protocol: /^https?$/, error: 'must be a web address, such as https://cascade.example.org' })
      .optional(),
  ),
  CASCADE_TEST_SEED: z.preprocess(empty, z.string().optional()),
  CASCADE_TEST_TICKS: z.preprocess(empty, z.coerce.number().int().min(1).optional()),
  CASCADE_TEST_TICK_MS: z.preprocess(empty, z.coerce.number().int().min(20).optional()),
  NODE_ENV: z.preprocess(empty, z.string().optional()),
  LOG_LEVEL: z.preprocess(
    empty,
    z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('warn'),
  ),
})

/** Reads the command line and the environment, or throws a StartProblem that says what is wrong. */
export function readSettings(args: readonly string[], env: Environment): Settings | 'help' {
  const options = readFlags(args)
  if (options.help) return 'help'
  const values = readEnvironment({ ...env, ...(options.port !== undefined && { PORT: options.port }) })
  const test = options.test || values.NODE_ENV === 'test'
  return {
    port: values.PORT,
    host: options.host ?? values.HOST ?? (options.lan ? '0.0.0.0' : '127.0.0.1'),
    lan: options.lan,
    dev: options.dev,
    test,
    web: !options['no-web'],
    dataDir: resolve(repositoryDir, values.DATA_DIR ?? '.cascade/data'),
    databaseUrl: values.DATABASE_URL ?? null,
    publicUrl: values.PUBLIC_URL ?? null,
    testSeed: (test && values.CASCADE_TEST_SEED) || null,
    testTicks: (test && values.CASCADE_TEST_TICKS) || null,
    testTickMs: (test && values.CASCADE_TEST_TICK_MS) || null,
    logLevel: values.LOG_LEVEL,
  }
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true }).values
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

function readEnvironment(env: Environment): z.infer<typeof environment> {
  const parsed = environment.safeParse(env)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  throw new StartProblem(`These settings cannot be used:\n${lines.join('\n')}`)
}
