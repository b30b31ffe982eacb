import type { Answer, RoundId, SeatId } from '@cascade/engine'
import type { Reply, UpName } from '@cascade/protocol'
import type { Answered } from './answer.ts'
import { bringRoom } from './bring-room.ts'
import { makeClientId } from './client-id.ts'
import { Line, type Sent } from './line.ts'
import type { JoinRequest, LiveClient } from './live-client.ts'
import { Cell } from './observable.ts'
import { WatchedLobby } from './watched-lobby.ts'
import { WatchedRound } from './watched-round.ts'
import { drawWord, noteSeat, revealWord } from './words-kept.ts'

let client: LiveClient | null = null

/**
 * The tab's line to the server, opened at the first call. While pages are made on the server there is none
 * to open.
 */
export function connect(): LiveClient {
  if (typeof window === 'undefined') return OFFLINE
  client ??= openClient(new Line())
  return client
}

/** Everything that can be asked over one line. */
function openClient(line: Line): LiveClient {
  const rounds = new Rounds(line)
  const ask = <Name extends UpName>(name: Name, message: Sent<Name>) => line.ask(name, message)
  return {
    connection: line.connection,
    openSolo: ({ name, options }) =>
      ask('round.open', { kind: 'solo', name, options, wordDigest: drawWord() }),
    openRoom: (options) => ask('room.open', { options }),
    bringRoom,
    look: (code) => ask('room.look', { code }),
    join: async (request) => seated(rounds, await ask('round.join', joining(request))),
    start: async (roundId) => nothing(await ask('round.start', { roundId })),
    end: async (roundId) => nothing(await ask('round.end', { roundId })),
    shock: async (roundId, shock) => answerIn(await ask('market.shock', { roundId, shock })),
    publishNews: async (roundId, news) => answerIn(await ask('news.publish', { roundId, ...news })),
    addPlayer: (roundId, character) => ask('player.add', { roundId, character }),
    removePlayer: async (roundId, seat) => nothing(await ask('player.remove', { roundId, seat })),
    watch: (roundId) => rounds.watch(roundId).round,
    lobby: (roundId) => rounds.watch(roundId).lobby,
    reconnect: () => line.reconnect(),
  }
}

/** Every round this tab watches. */
class Rounds {
  readonly #line: Line
  readonly #tab = makeClientId()
  readonly #watched = new Map<RoundId, { readonly round: WatchedRound; readonly lobby: WatchedLobby }>()

  constructor(line: Line) {
    this.#line = line
    line.on('private', (message) => this.#known(message.roundId)?.round.hearOwn(message))
    line.on('frame', (message) => this.#known(message.roundId)?.round.hearFrame(message))
    line.on('roster', (message) => this.#known(message.roundId)?.lobby.hearRoster(message))
    line.on('reveal', (question) => {
      const word = revealWord(question)
      if (word !== null) void line.ask('word.reveal', { roundId: question.roundId, word })
    })
    line.on('halted', ({ roundId, reason }) => this.#known(roundId)?.round.hearHalt(reason))
    line.on('resumed', ({ roundId }) => this.#known(roundId)?.round.hearResume())
  }

  watch(roundId: RoundId) {
    const known = this.#known(roundId)
    if (known) return known
    const round = new WatchedRound(this.#line, roundId, this.#tab)
    const made = { round, lobby: new WatchedLobby(round) }
    this.#watched.set(roundId, made)
    return made
  }

  #known(roundId: RoundId) {
    return this.#watched.get(roundId)
  }
}

const joining = ({ name, ...where }: JoinRequest): Sent<'round.join'> => ({
  ...('code' in where ? { code: where.code } : { roundId: where.roundId }),
  name,
  wordDigest: drawWord(),
})

/** A tab that watched as a guest learns of its seat by a fresh snapshot. */
function seated(
  rounds: Rounds,
  answer: Answered<Reply<'round.join'>>,
): Answered<{ roundId: RoundId; seat: SeatId }> {
  if (!answer.ok) return answer
  const { roundId, seat, snapshot } = answer.value
  noteSeat(snapshot)
  void rounds.watch(roundId).round.refresh()
  return { ok: true, value: { roundId, seat } }
}

const nothing = (answer: Answered<unknown>): Answered<null> =>
  answer.ok ? { ok: true, value: null } : answer

const answerIn = (answered: Answered<{ answer: Answer }>): Answered<Answer> =>
  answered.ok ? { ok: true, value: answered.value.answer } : answered

const UNREACHABLE = { ok: false, no: { refusal: 'unreachable' } } as const
const unreachable = async () => UNREACHABLE

const OFFLINE: LiveClient = {
  connection: new Cell('connecting'),
  openSolo: unreachable,
  openRoom: unreachable,
  bringRoom: unreachable,
  look: unreachable,
  join: unreachable,
  start: unreachable,
  end: unreachable,
  shock: unreachable,
  publishNews: unreachable,
  addPlayer: unreachable,
  removePlayer: unreachable,
  watch: (roundId) => ({
    roundId,
    state: new Cell({ kind: 'connecting' }),
    store: new Cell(null),
    send: unreachable,
    leave: () => {},
  }),
  lobby: () => new Cell(null),
  reconnect: () => {},
}
