import { Command, Option } from 'commander'
import { list, number, numbers, whole } from './arguments.ts'
import { endQuietlyOnBrokenPipe, fail } from './output.ts'

// Every command loads its own room when it is called, so that `--help` answers at once.
const program = new Command('cascade')
  .description('Play, verify and examine rounds of Cascade without a server.')
  .showHelpAfterError('(add --help for the options)')

const instruments = () =>
  new Option('--instruments <list>', 'instruments in their order, such as BTC,ETH').argParser(list)
const scenario = () =>
  new Option('--scenario <name>', 'kind of market; `cascade scenarios` lists them').default('normal')
const seed = () => new Option('--seed <text>', 'any text; the same text gives the same market').default('1')
const pricesFile = () =>
  new Option('--prices <file>', 'CSV or JSON of prices to play, as `cascade prices` writes them')
const volatility = () =>
  new Option('--volatility <factor>', 'multiplies every volatility').argParser(number(0.1, 10)).default(1)

program
  .command('simulate')
  .description('play a whole round with automatic players, as fast as it can be played')
  .addOption(seed())
  .option('--players <n>', 'automatic players, of every character in turn', whole(0, 5000), 12)
  .option('--ticks <n>', 'length of the round', whole(1, 1_000_000), 1200)
  .addOption(scenario())
  .addOption(instruments())
  .addOption(
    new Option('--mode <policy>', 'margin modes that may be used')
      .choices(['choice', 'cross', 'isolated'])
      .default('choice'),
  )
  .addOption(
    new Option('--rules <preset>', 'set of money rules')
      .choices(['frictionless', 'classroom', 'exchange', 'harsh'])
      .default('classroom'),
  )
  .addOption(
    new Option('--impact <level>', 'let trades and liquidations move prices').choices([
      'gentle',
      'usual',
      'stretched',
      'powder-keg',
    ]),
  )
  .option('--characters <list>', 'only these automatic players, such as hedger,careful', list)
  .option('--leverage-max <n>', 'highest leverage', whole(1, 125), 20)
  .addOption(volatility())
  .addOption(pricesFile())
  .option('--out <file>', 'write the replay file')
  .option('--json', 'print one JSON object instead of a table')
  .action(async (options) => (await import('./commands/simulate.ts')).simulate(options))

program
  .command('verify')
  .description('carry a replay file out again and compare it to the letter')
  .argument('<file>', 'a replay file, as `simulate --out` writes it')
  .option('--json', 'print the verdict as a JSON object')
  .action(async (file, options) => (await import('./commands/verify.ts')).verify(file, options))

program
  .command('prices')
  .description('print the prices of a market as CSV, one row for each bar and instrument')
  .addOption(scenario())
  .addOption(seed())
  .option('--days <n>', 'market days', number(0.001, 3650), 1)
  .addOption(new Option('--bar <length>', 'length of a bar').choices(['tick', '1m', '5m']).default('5m'))
  .option(
    '--dt <minutes>',
    'market minutes of one tick, of which a bar holds a whole number (default: 1, for 1m bars 0.5)',
    number(0.05, 60),
  )
  .addOption(instruments())
  .addOption(volatility())
  .option('--csv', 'CSV, which is also what is printed without this', true)
  .action(async (options) => (await import('./commands/prices.ts')).prices(options))

program
  .command('fan')
  .description('play a scenario with many seeds and print where its prices go: quantiles, and facts')
  .addOption(scenario())
  .option(
    '--all',
    'every scenario, against what is expected of it; ends with 1 when a figure is out of range',
  )
  .option('--seeds <n>', 'markets to play', whole(1, 2000), 60)
  .addOption(instruments())
  .addOption(volatility())
  .option('--json', 'print one JSON object')
  .action(async (options) => (await import('./commands/fan.ts')).fan(options))

program
  .command('laboratory')
  .description(
    'play markets in which only forced orders trade, and print how much of their falls brought further ones',
  )
  .addOption(
    new Option('--scenario <name>', 'kind of market; `cascade scenarios` lists them').default('flash'),
  )
  .option('--seeds <n>', 'markets for each open interest', whole(1, 1000), 24)
  .option(
    '--interest <list>',
    "open interest, as shares of a usual day's volume",
    numbers(0, 2),
    [0.2, 0.35, 0.5, 0.8],
  )
  .option('--throttle <n>', 'forced selling in a market minute, times the live depth', number(0.1, 1000), 4)
  .option('--days <n>', 'market days of each', number(0.1, 60), 2)
  .option('--dt <minutes>', 'market minutes of one tick', number(0.25, 5), 2)
  .option('--json', 'print one JSON object')
  .action(async (options) => (await import('./commands/laboratory.ts')).laboratory(options))

program
  .command('margin')
  .description('read positions or whole accounts as JSON lines, print what they need and where they end')
  .addHelpText(
    'after',
    `
Each line of standard input is a position or an account, its numbers as decimal text:
  {"side":"long","size":"1","entryPrice":"100","walletBalance":"20","maintenanceRate":"0.005"}
  {"mode":"cross","cash":"1000","positions":[
    {"instrument":"BTC","size":"-0.05","entryPrice":"64000","markPrice":"64100","leverage":"5"}]}
An account goes on one line too. docs/margin-command.md has every field.`,
  )
  .action(async () => (await import('./commands/margin.ts')).margin())

program
  .command('run')
  .description('carry out a script of orders and marks, print what became of each step and of the accounts')
  .argument('<file>', 'a script: JSON, as docs/run-command.md describes it')
  .option('--json', 'print one JSON object')
  .addOption(pricesFile())
  .option('--out <file>', 'write the replay file, which `verify` reads')
  .action(async (file, options) => (await import('./commands/run.ts')).run(file, options))

program
  .command('scenarios')
  .description('list the kinds of market')
  .option('--json', 'print a JSON array')
  .action(async (options) => (await import('./commands/scenarios.ts')).scenarios(options))

endQuietlyOnBrokenPipe()
try {
  await program.parseAsync()
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
