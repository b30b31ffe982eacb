import type { Answer, CommandId, RoundId } from '@cascade/engine'
import { type DownMessage, encode, type Intent, type Snapshot } from '@cascade/protocol'
import type { Answered, NoReason } from './answer.ts'
import { CommandQueue } from './command-queue.ts'
import { keepCommitment } from './commitments-seen.ts'
import type { Line } from './line.ts'
import { Cell } from './observable.ts'
import type { RoundSession, SessionState } from './round-session.ts'
import { type HeardFrame, RoundStore } from './round-store.ts'

/** A wish is sent again after this long without an answer. */
const RESEND_MS = 4_000
/** A wish that could not be handed over for this long is not what its player wants any more. */
const STALE_MS = 20_000
const RETRY_MS = 1_500

/** Watching such a round again would be told the same. */
const FINAL: ReadonlySet<NoReason> = new Set([
  'round_unknown',
  'not_signed_in',
  'protocol_old',
  'bad_message',
])

/** One round on this tab: watches it, folds its frames, heals gaps by snapshots, and hands wishes over. */
export class WatchedRound implements RoundSession {
  readonly roundId: RoundId
  readonly state = new Cell<SessionState>({ kind: 'connecting' })
  readonly store = new Cell<RoundStore | null>(null)
  readonly #line: Line
  readonly #queue: CommandQueue
  readonly #forget: (() => void)[] = []
  #early: HeardFrame[] = []
  #own: DownMessage<'private'> | null = null
  #watching = false
  #heardAt = Date.now()
  #left = false

  constructor(line: Line, roundId: RoundId, client: string) {
    this.#line = line
    this.roundId = roundId
    this.#queue = new CommandQueue(client, (id, intent) => this.#deliver(id, intent))
    this.#forget.push(line.onUp(() => void this.refresh()))
    this.#forget.push(line.connection.subscribe(() => this.#connectionChanged()))
  }

  send(intent: Intent): Promise<Answered<Answer>> {
    return this.#queue.send(intent)
  }

  leave(): void {
    this.#left = true
    for (const forget of this.#forget) forget()
  }

  /** Asks for a snapshot, with what this tab has missed, and goes on from there. */
  async refresh(): Promise<void> {
    if (this.#watching || this.#left) return
    this.#watching = true
    const lastTick = this.store.current()?.frame
    const missed = { past: true as const, ...(lastTick === undefined ? {} : { lastTick }) }
    const answer = await this.#line.ask('round.watch', { roundId: this.roundId, ...missed })
    this.#watching = false
    if (answer.ok) return this.#goOnFrom(answer.value.snapshot)
    const reason = answer.no.refusal
    if (FINAL.has(reason)) this.state.set({ kind: 'refused', reason })
    else if (this.#line.isUp) setTimeout(() => void this.refresh(), answer.no.retryAfterMs ?? RETRY_MS)
  }

  hearOwn(message: DownMessage<'private'>): void {
    this.#own = message
  }

  hearFrame({ tick, events }: DownMessage<'frame'>): void {
    const own = this.#own?.tick === tick ? this.#own.events : []
    this.#own = null
    this.#fold({ tick, own, everybody: events })
  }

  hearHalt(reason: string): void {
    this.state.set({ kind: 'halted', reason })
  }

  hearResume(): void {
    void this.refresh()
  }

  #fold(frame: HeardFrame): void {
    const store = this.store.current()
    if (!store || this.#watching) {
      this.#early.push(frame)
      return
    }
    if (!store.fold(frame)) {
      void this.refresh()
      return
    }
    this.#heardAt = Date.now()
    this.#settleState(store)
  }

  /**
   * Frames that came while the snapshot was on its way are folded after it; what it holds already is passed
   * over.
   */
  #goOnFrom(snapshot: Snapshot): void {
    const known = this.store.current()
    const store = known ?? new RoundStore(snapshot)
    keepCommitment(this.roundId, snapshot.commitment)
    known?.reset(snapshot, Date.now() - this.#heardAt)
    this.#heardAt = Date.now()
    const early = this.#early
    this.#early = []
    if (!known) this.store.set(store)
    this.#settleState(store)
    for (const frame of early) this.#fold(frame)
  }

  #settleState({ round }: RoundStore): void {
    const kind = round.phase === 'ended' ? 'ended' : 'live'
    if (this.state.current().kind !== kind) this.state.set({ kind })
  }

  #connectionChanged(): void {
    const connection = this.#line.connection.current()
    if (connection === 'signed_out') this.state.set({ kind: 'refused', reason: 'not_signed_in' })
    if (connection === 'outdated') this.state.set({ kind: 'refused', reason: 'protocol_old' })
    const { kind } = this.state.current()
    const wasUp = kind === 'live' || kind === 'halted'
    if (connection === 'reconnecting' && wasUp) this.state.set({ kind: 'reconnecting' })
  }

  /** The same name until there is an answer: a wish takes effect once, however often it is handed over. */
  async #deliver(id: CommandId, intent: Intent): Promise<Answered<Answer>> {
    const askedAt = Date.now()
    const question = { roundId: this.roundId, id, command: encode(intent) }
    for (;;) {
      const answer = await this.#line.ask('command', question, RESEND_MS)
      if (answer.ok) return { ok: true, value: answer.value.answer }
      if (answer.no.refusal !== 'unreachable') return answer
      const kept = this.#keptAnswer(id)
      if (kept) return { ok: true, value: kept }
      if (this.#left || Date.now() - askedAt > STALE_MS) return answer
    }
  }

  /** The round itself remembers what it answered this tab, even if the answer was lost on the way. */
  #keptAnswer({ client, n }: CommandId): Answer | undefined {
    const store = this.store.current()
    if (!store?.seat) return undefined
    const receipts = store.round.receipts.get(`${store.seat}/${client}`)
    return receipts?.kept.find((receipt) => receipt.n === n)?.answer
  }
}
