import {
  type Account,
  checkLeverage,
  checkMarginMode,
  type InstrumentId,
  type MarginMode,
  type ModePolicy,
  type OrderRequest,
  openStream,
  type PlayerCommand,
  type Round,
  rate,
  type Seat,
  type SeatId,
  type Seed,
  view,
} from '@cascade/engine'
import type { Character } from './character.ts'
import { characterOf } from './characters.ts'
import { MarkHistory } from './mark-history.ts'
import type { Dice, Nature, Setup, Sight, Stream } from './sight.ts'

const PACE_MIN = 4
const PACE_MAX = 30
/** How often a player decides in a whole round, about. */
const DECISIONS = 80

/**
 * All automatic players of one round. What a player does follows from three things alone: what its seat may
 * know of the round, the marks it has watched, and its own dice for the tick, keyed by seed and seat. Nothing
 * else is remembered, so a restarted host calls `watch` after every frame of the journal that it replays and
 * the players go on as if nothing happened.
 */
export class Crowd {
  readonly #seed: Seed
  readonly #history = new MarkHistory()
  readonly #players = new Map<SeatId, Player>()

  /** `seed` is the round's: players draw from streams of their own, which tell nothing of the market's. */
  constructor(seed: Seed) {
    this.#seed = seed
  }

  /**
   * Notes the marks of the round's tick. To be called once after the opening and after every tick; more is
   * harmless.
   */
  watch(round: Round): void {
    this.#history.watch(round)
  }

  /**
   * What all automatic players command in the tick to come, in the order of the seats. Changes nothing in
   * the round.
   */
  commands(round: Round): readonly PlayerCommand[] {
    this.watch(round)
    if (round.phase !== 'running') return []
    const due = this.#due(round)
    if (due.length === 0) return []
    // What everybody may see is put together once; a player adds its own account, and nothing else.
    const everybodys = view(round, null)
    return due.flatMap(({ account, player }) =>
      commandsFor(player.character, {
        view: { ...everybodys, accounts: new Map([[account.seat, account]]) },
        seat: account.seat,
        account,
        history: this.#history,
        dice: player.stream.at(round.tick),
        nature: player.nature,
        pace: player.pace,
      }),
    )
  }

  /** The automatic players that decide in this tick, in the order of the seats. */
  #due(round: Round): readonly { readonly account: Account; readonly player: Player }[] {
    return [...round.seats.values()].flatMap((seat) => {
      const account = round.accounts.get(seat.id)
      if (seat.kind !== 'automatic' || !account || account.wipedAtTick !== null) return []
      const player = this.#playerOf(round, seat)
      return player && (round.tick + player.offset) % player.pace === 0 ? [{ account, player }] : []
    })
  }

  #playerOf(round: Round, seat: Seat): Player | undefined {
    const known = this.#players.get(seat.id)
    if (known) return known
    const character = characterOf(seat.character ?? '')
    if (!character) return undefined
    const made = playerFor(round, character, {
      stream: openStream(this.#seed, `player ${seat.id}`),
      natural: openStream(this.#seed, `nature ${seat.id}`).at(0),
    })
    this.#players.set(seat.id, made)
    return made
  }
}

interface Player {
  readonly character: Character
  readonly stream: Stream
  readonly nature: Nature
  readonly pace: number
  readonly offset: number
}

function playerFor(
  { config }: Round,
  character: Character,
  { stream, natural }: { readonly stream: Stream; readonly natural: Dice },
): Player {
  const pace = Math.min(PACE_MAX, Math.max(PACE_MIN, Math.round(config.clock.ticks / DECISIONS)))
  const ids = config.instruments.map(({ id }) => id)
  return { character, stream, pace, offset: natural.below(pace), nature: natureOf(natural, ids) }
}

function natureOf(dice: Dice, ids: readonly InstrumentId[]): Nature {
  const turn = dice.below(ids.length)
  const [favourite, ...others] = [...ids.slice(turn), ...ids.slice(0, turn)]
  if (favourite === undefined) throw new RangeError('a round has at least one instrument')
  return {
    boldness: dice.uniform(),
    instruments: [favourite, ...others],
    side: dice.uniform() < 0.6 ? 'buy' : 'sell',
  }
}

const ONLY_MODE: Readonly<Record<ModePolicy, MarginMode | null>> = {
  choice: null,
  'cross-only': 'cross',
  'isolated-only': 'isolated',
}

/** Settings come first and alone, so that every order is checked against the settings it will meet. */
function commandsFor(character: Character, sight: Sight): readonly PlayerCommand[] {
  const settings = settingCommands(sight, character.setup(sight))
  if (settings.length > 0) return settings
  const { seat } = sight
  return oneEntry(character.decide(sight)).map((order) => ({ type: 'order.place', seat, id: null, order }))
}

/** One entry at a time: a second one was checked against money that the first will have spent. */
function oneEntry(orders: readonly OrderRequest[]): readonly OrderRequest[] {
  const entry = orders.find(({ reduceOnly }) => !reduceOnly)
  return orders.filter((order) => order.reduceOnly || order === entry)
}

function settingCommands(sight: Sight, { instruments, ...wish }: Setup): readonly PlayerCommand[] {
  const { view: round, seat, account } = sight
  const { modePolicy, leverageMax } = round.config.rules
  const marginMode = ONLY_MODE[modePolicy] ?? wish.marginMode
  const leverage = leverageMax.lt(wish.leverage) ? leverageMax : rate(wish.leverage)
  return instruments.flatMap((instrument) => {
    if (isBusy(account, instrument)) return []
    const held = account.settings.get(instrument)
    const mode = { type: 'margin-mode.set', seat, id: null, instrument, marginMode } as const
    const lever = { type: 'leverage.set', seat, id: null, instrument, leverage } as const
    return [
      ...(held?.marginMode === marginMode || checkMarginMode(round, mode) ? [] : [mode]),
      ...(held?.leverage.eq(leverage) || checkLeverage(round, lever) ? [] : [lever]),
    ]
  })
}

const isBusy = ({ positions, orders }: Account, instrument: InstrumentId): boolean =>
  positions.has(instrument) || [...orders.values()].some((order) => order.instrument === instrument)
