import { describe, expect, test } from 'vitest'
import { readSettings, repositoryDir, StartProblem } from './env.ts'

describe('the settings', () => {
  test('are for this machine alone unless told otherwise', () => {
    expect(readSettings([], {})).toMatchObject({
      port: 3_000,
      host: '127.0.0.1',
      lan: false,
      dev: false,
      test: false,
      dataDir: `${repositoryDir}/.cascade/data`,
      databaseUrl: null,
    })
  })

  test.each([
    [['--lan'], {}, { host: '0.0.0.0', lan: true }],
    [['--lan', '--host', '10.0.0.4'], {}, { host: '10.0.0.4', lan: true }],
    [['--port', '4130'], { PORT: '4131' }, { port: 4_130 }],
    [[], { PORT: '0' }, { port: 0 }],
    [[], { PORT: '', HOST: '' }, { port: 3_000, host: '127.0.0.1' }],
    [[], { DATABASE_URL: 'postgresql://db/cascade' }, { databaseUrl: 'postgresql://db/cascade' }],
  ])('from %j and %j', (args, env, expected) => {
    expect(readSettings(args, env)).toMatchObject(expected)
  })

  test.each([
    [['--frob'], {}, /--frob/],
    [[], { PORT: 'three' }, /PORT must be a number/],
    [[], { PORT: '70000' }, /PORT must be 0 to 65535/],
    [[], { DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with postgresql/],
    [[], { PUBLIC_URL: 'cascade' }, /PUBLIC_URL must be a web address/],
    [[], { LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of silent/],
  ])('say what is wrong with %j and %j', (args, env, message) => {
    expect(() => readSettings(args, env)).toThrow(StartProblem)
    expect(() => readSettings(args, env)).toThrow(message)
  })

  test('know a seed beforehand only in a test', () => {
    expect(readSettings([], { CASCADE_TEST_SEED: 'known' })).toMatchObject({ testSeed: null })
    expect(readSettings(['--test'], { CASCADE_TEST_SEED: 'known' })).toMatchObject({ testSeed: 'known' })
    expect(readSettings([], { NODE_ENV: 'test', CASCADE_TEST_SEED: 'k' })).toMatchObject({ testSeed: 'k' })
  })
})
