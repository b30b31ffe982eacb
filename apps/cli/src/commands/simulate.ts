import { writeFile } from 'node:fs/promises'
import {
  type ImpactLevelId,
  INSTRUMENTS,
  instrumentId,
  type ModePolicy,
  type PresetId,
  type RoundChoices,
  type RoundConfig,
  rate,
  roundId,
  type Seed,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { CHARACTERS, characterOf, nameSeats } from '@cascade/players'
import { encode, marketMinutesPerTick, type Recording, scriptedConfig } from '@cascade/protocol'
import type { PriceFile } from '@cascade/protocol/price-file'
import { fail, writeLines } from '../output.ts'
import { playRound } from '../play-round.ts'
import { pricesFrom } from '../prices-from.ts'
import { table } from '../table.ts'

/** What may be said on the command line. */
export interface SimulateOptions {
  readonly seed: string
  readonly players: number
  readonly ticks: number
  readonly scenario: string
  readonly instruments?: readonly string[]
  readonly mode: 'choice' | 'cross' | 'isolated'
  readonly rules: PresetId
  /** How strongly trades move prices; not at all when absent. */
  readonly impact?: ImpactLevelId
  readonly characters?: readonly string[]
  readonly leverageMax: number
  readonly volatility: number
  /** A file of prices instead of a scenario. */
  readonly prices?: string
  readonly out?: string
  readonly json?: boolean
}

const POLICIES: Readonly<Record<SimulateOptions['mode'], ModePolicy>> = {
  choice: 'choice',
  cross: 'cross-only',
  isolated: 'isolated-only',
}

/** Plays a round and says what came of it. */
export async function simulate(options: SimulateOptions): Promise<void> {
  const strangers = options.characters?.filter((name) => characterOf(name) === undefined) ?? []
  if (strangers.length > 0) {
    const known = CHARACTERS.map(({ id }) => id).join(', ')
    return fail(`No automatic player is called ${strangers.join(', ')}. There are: ${known}.`)
  }
  const { prices: file, instruments = null } = options
  const brought =
    file === undefined ? null : await pricesFrom(file, { known: INSTRUMENTS, wanted: instruments })
  if (brought && !brought.ok) return fail(`${file} holds no prices that can be played:`, ...brought.problems)
  const started = performance.now()
  const recording = play(options, brought?.value)
  const seconds = Math.round(performance.now() - started) / 1000
  if (options.out !== undefined) await writeFile(options.out, recording.text)
  await writeLines(
    options.json ? [reportText(options, recording, seconds)] : words(options, recording, seconds),
  )
}

/** Plays the round that the options describe, with the prices of a file when there is one. */
export function play(options: SimulateOptions, file?: PriceFile): Recording {
  const seed = seedFromText(options.seed)
  const { players, characters } = options
  const config = file ? scripted(options, { file, seed }) : configOf(options, seed)
  const marks = file?.marks
  return playRound({ config, seed, players, ...(characters && { characters }), ...(marks && { marks }) })
}

/** As long and as fast as the file is, and trading what the file holds. */
function scripted(
  options: SimulateOptions,
  { file, seed }: { readonly file: PriceFile; readonly seed: Seed },
): RoundConfig {
  const { ticks: _ofTheFile, instruments: _inTheFile, ...choices } = choicesOf(options, seed)
  return scriptedConfig(choices, file)
}

const configOf = (options: SimulateOptions, seed: Seed): RoundConfig =>
  standardConfig(choicesOf(options, seed))

function choicesOf(options: SimulateOptions, seed: Seed): RoundChoices {
  const { ticks, scenario, volatility, instruments, impact } = options
  return {
    id: roundId(`r_${seed.slice(0, 12)}`),
    ticks,
    scenario,
    volatility,
    marketMinutesPerTick: marketMinutesPerTick(scenario, ticks),
    preset: options.rules,
    modePolicy: POLICIES[options.mode],
    leverageMax: rate(options.leverageMax),
    seatsMax: Math.max(1, options.players),
    ...(instruments ? { instruments: instruments.map(instrumentId) } : {}),
    ...(impact ? { impact } : {}),
  }
}

function reportText(options: SimulateOptions, recording: Recording, seconds: number): string {
  const { seed, players, mode, prices } = options
  const market = prices === undefined ? { scenario: options.scenario } : { prices }
  const instruments = recording.opening.config.instruments.map(({ id }) => id)
  const summary = { ...encode(recording.summary), ranks: encode(namedRanks(recording)) }
  return JSON.stringify({ seed, ...market, instruments, mode, players, ...summary, seconds })
}

/** A recording knows seats only; here they are automatic players all, named from the round's own seed. */
function namedRanks({ opening, summary }: Recording) {
  const names = nameSeats(
    summary.ranks.map(({ seat }) => seat),
    { seed: opening.seed, taken: [] },
  )
  return summary.ranks.map(({ seat, ...row }) => ({ seat, name: names.get(seat) ?? seat, ...row }))
}

function words(options: SimulateOptions, recording: Recording, seconds: number): readonly string[] {
  const { summary, opening } = recording
  const instruments = opening.config.instruments.map(({ id }) => id).join(' ')
  return [
    `${options.prices ?? options.scenario}, seed ${options.seed}, ${instruments}, ${options.mode} margin`,
    `${summary.ticks} ticks in ${seconds} s: ${summary.fills} fills, ${summary.liquidations} liquidations, ` +
      `${summary.wiped} of ${summary.seats} accounts wiped`,
    `fingerprint ${summary.fingerprint}`,
    '',
    ...table(
      ['rank', 'name', 'character', 'equity', 'liquidations', 'wiped at'],
      namedRanks(recording).map((row) => [
        String(row.rank),
        row.name,
        row.character ?? '',
        row.equity.toFixed(2),
        String(row.liquidations),
        row.wipedAtTick === null ? '' : `tick ${row.wipedAtTick}`,
      ]),
    ),
  ]
}
