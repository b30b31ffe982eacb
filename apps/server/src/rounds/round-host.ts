import type { Journal } from '@cascade/db'
import type { Command, Round, Script } from '@cascade/engine'
import { type Refusal, refusal } from '@cascade/protocol'
import { type Clock, pause } from '../clock.ts'
import type { Log } from '../log.ts'
import { answerAfterBell } from './after-bell.ts'
import type { Audience } from './audience.ts'
import type { Chronicle } from './chronicle.ts'
import { Inbox, type Reply } from './inbox.ts'
import { keepLease } from './lease.ts'
import { JournalMismatch, type Recovered, recover } from './recover.ts'
import { speechOf } from './speech.ts'
import { type AutomaticPlayers, carryOut, replyOf, type Step } from './step.ts'
import { TickLoop } from './tick-loop.ts'
import type { TradesMade } from './trades-made.ts'
import { type InDoubt, Writer } from './writer.ts'

/** How long commands are gathered in a lobby, where no clock ticks. */
const LOBBY_BEAT_MS = 20
/** How long a halted host waits before it asks the journal again. */
export const MEND_EVERY_MS = 500
const FINGERPRINT_EVERY = 10

/**
 * live: carries frames out · halted: the journal does not answer · quarantined: a bug of ours, for people
 * to look at · gone: another host writes the round, or this one was stopped.
 */
export type HostState = 'live' | 'halted' | 'quarantined' | 'gone'

/** What the host tells the house, after the journal holds it. */
export interface HostEvents {
  started(): void
  ended(round: Round, tradesMade: TradesMade): void
  quarantined(cause: unknown): void
  gone(): void
}

/** What a host needs. */
export interface HostParts {
  readonly roundId: string
  readonly owner: string
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  readonly audience: Audience
  readonly events: HostEvents
}

interface Live {
  readonly round: Round
  readonly script: Script | null
  readonly writer: Writer
  readonly players: AutomaticPlayers
  readonly tradesMade: TradesMade
  readonly chronicle: Chronicle
}

/**
 * The one writer of one round. At each tick it carries out what was handed in, writes the frame, and only
 * then answers and speaks. Whatever the journal does not hold is dropped and carried out again.
 */
export class RoundHost {
  readonly #parts: HostParts
  readonly #inbox = new Inbox()
  readonly #loop: TickLoop
  readonly #letLeaseGo: () => void
  #live: Live | null
  #state: HostState = 'live'
  #turning: Promise<void> | null = null
  #gathering = false

  constructor(parts: HostParts, recovered: Recovered) {
    this.#parts = parts
    this.#live = this.#liveFrom(recovered)
    this.#loop = new TickLoop(parts.clock, recovered.round.config.clock.tickMs, () => this.#turn())
    this.#letLeaseGo = keepLease({
      journal: parts.journal,
      clock: parts.clock,
      holder: () => this.#live?.writer.holder ?? null,
      fenced: () => this.#stepDown(),
    })
  }

  get state(): HostState {
    return this.#state
  }

  /** Number of the last frame that the journal holds. */
  get tick(): number {
    return this.#live?.writer.tick ?? 0
  }

  /** Milliseconds until the next tick; 0 while none is due. */
  get nextTickInMs(): number {
    return this.#loop.nextInMs
  }

  /** Lets time run, where the market is open. A recovered round waits for this until its players are back. */
  open(): void {
    const live = this.#live
    if (this.#state !== 'live' || !live) return
    if (live.round.phase === 'running') this.#loop.start()
    if (live.round.phase === 'lobby' && this.#inbox.size > 0) this.#gather()
    if (live.round.phase === 'ended') this.#parts.events.ended(live.round, live.tradesMade)
  }

  /** Hands a command in; the reply comes when the journal holds what became of it. */
  submit(command: Command): Promise<Reply> {
    const live = this.#live
    if (this.#state !== 'live' || !live) return Promise.resolve(this.#no())
    if (live.round.phase === 'ended' && !this.#turning) {
      return Promise.resolve(answerAfterBell(live.round, command))
    }
    return new Promise((reply) => {
      const { clock } = this.#parts
      if (!this.#inbox.add({ command, arrivedAt: clock.now(), reply })) {
        reply(refusal('busy', { retryAfterMs: live.round.config.clock.tickMs }))
      } else if (live.round.phase === 'lobby') this.#gather()
    })
  }

  /**
   * Looks at the round between two frames, when it is what the journal holds; null when nobody can say what
   * it is.
   */
  async read<T>(look: (round: Round, tick: number, chronicle: Chronicle) => T): Promise<T | null> {
    while (this.#turning) await this.#turning
    const live = this.#live
    return live ? look(live.round, live.writer.tick, live.chronicle) : null
  }

  /** Marks the round as one that nobody takes up again. */
  async conclude(): Promise<void> {
    const holder = this.#live?.writer.holder
    if (holder) await this.#parts.journal.conclude(holder)
    this.#letLeaseGo()
  }

  /** Stops after the frame in hand and lets another host go on at once. */
  async stop(): Promise<void> {
    this.#loop.stop()
    while (this.#turning) await this.#turning
    const holder = this.#live?.writer.holder
    this.#leave('gone', refusal('halted'))
    if (holder) await this.#parts.journal.release(holder).catch(() => {})
  }

  #liveFrom({ lease, ...recovered }: Recovered): Live {
    return { ...recovered, writer: new Writer(this.#parts.journal, this.#parts.roundId, lease) }
  }

  #no(): Refusal {
    return refusal(this.#state === 'quarantined' ? 'fault' : 'halted')
  }

  #gather(): void {
    if (this.#gathering) return
    this.#gathering = true
    this.#parts.clock.after(LOBBY_BEAT_MS, () => {
      this.#gathering = false
      void this.#turn()
    })
  }

  async #turn(): Promise<void> {
    while (this.#turning) await this.#turning
    const live = this.#live
    if (this.#state !== 'live' || !live) return
    this.#turning = this.#frame(live).catch((cause) => this.#quarantine(cause))
    await this.#turning
    this.#turning = null
  }

  /** One frame: carry out, write, speak. */
  async #frame(live: Live): Promise<void> {
    const waiting = this.#inbox.take(this.#parts.clock.now())
    if (waiting.length === 0 && live.round.phase !== 'running') return
    const step = this.#attempt(live, waiting)
    if (!step) return
    const fingerprint = live.round.fingerprint ?? ''
    const written = await live.writer.append({ commands: step.commands, fingerprint })
    if (written === 'fenced') return this.#stepDown(step)
    if (written !== 'written') return this.#halt(written, step)
    live.tradesMade.note(step.outcomes)
    live.chronicle.note({ tick: live.writer.tick, outcomes: step.outcomes })
    this.#speak(live, step)
  }

  #attempt(live: Live, waiting: Step['waiting']): Step | null {
    try {
      return carryOut(live.round, { waiting, players: live.players, script: live.script })
    } catch (cause) {
      for (const { reply } of waiting) reply(refusal('fault'))
      this.#quarantine(cause)
      return null
    }
  }

  /** From here on the frame has happened. */
  #speak({ round, writer, tradesMade }: Live, step: Step): void {
    const { audience, events } = this.#parts
    const { tick } = writer
    const fingerprint8 = tick % FINGERPRINT_EVERY === 0 ? (round.fingerprint ?? '').slice(0, 8) : null
    audience.frame({ ...speechOf(round, step.outcomes), tick, fingerprint8 })
    for (const [index, { reply }] of step.waiting.entries()) {
      const outcome = step.outcomes[index]
      if (outcome) reply(replyOf(round, outcome))
    }
    const happened = (type: 'round.started' | 'round.ended') =>
      step.outcomes.some((outcome) => outcome.events.some((event) => event.type === type))
    if (happened('round.started')) {
      this.#loop.start()
      events.started()
    }
    if (happened('round.ended')) {
      this.#loop.stop()
      for (const { command, reply } of this.#inbox.take(this.#parts.clock.now())) {
        reply(answerAfterBell(round, command))
      }
      events.ended(round, tradesMade)
    }
  }

  /** Nobody knows whether the frame is written: what is in memory cannot be trusted any more. */
  #halt(doubt: InDoubt, step: Step): void {
    this.#state = 'halted'
    this.#live = null
    this.#loop.stop()
    this.#parts.log.warn({ round: this.#parts.roundId, tick: doubt.tick, err: doubt.cause }, 'frame in doubt')
    this.#parts.audience.halted('What happens cannot be written down right now.')
    void this.#mend(doubt, step)
  }

  async #mend(doubt: InDoubt, step: Step): Promise<void> {
    while (this.#state === 'halted') {
      const recovered = await this.#recoverOnce(step)
      if (recovered && this.#state === 'halted') return this.#resume(recovered, { doubt, step })
      await pause(this.#parts.clock, MEND_EVERY_MS)
    }
  }

  async #recoverOnce(step: Step): Promise<Recovered | null> {
    const { journal, roundId, owner, log } = this.#parts
    try {
      const recovered = await recover(journal, { roundId, owner })
      if (typeof recovered !== 'string') return recovered
      this.#stepDown(step)
    } catch (cause) {
      if (cause instanceof JournalMismatch) this.#quarantine(cause, step)
      else log.warn({ round: roundId, err: cause }, 'the journal does not answer')
    }
    return null
  }

  /**
   * The journal says whether the frame happened: then it is told now, else its commands wait for the next
   * one.
   */
  #resume(recovered: Recovered, { doubt, step }: { doubt: InDoubt; step: Step }): void {
    const live = this.#liveFrom(recovered)
    this.#live = live
    this.#state = 'live'
    this.#parts.audience.resumed(live.writer.tick)
    const { last } = recovered
    if (last?.hash === doubt.hash) this.#speak(live, { ...step, outcomes: last.outcomes })
    else this.#inbox.putBack(step.waiting)
    if (live.round.phase !== 'ended') this.open()
  }

  #quarantine(cause: unknown, step?: Step): void {
    const { log, roundId, audience, events, journal } = this.#parts
    log.error({ round: roundId, err: cause }, 'round quarantined')
    const holder = this.#live?.writer.holder
    this.#leave('quarantined', refusal('fault'), step)
    if (holder) void journal.conclude(holder).catch(() => {})
    audience.halted('This round met a fault of ours and has been stopped. Other rounds go on.')
    events.quarantined(cause)
  }

  /** Another host writes this round: whatever this one holds is not true any more, so it says nothing. */
  #stepDown(step?: Step): void {
    const wasThere = this.#state !== 'gone'
    this.#leave('gone', refusal('halted'), step)
    if (!wasThere) return
    this.#parts.log.warn({ round: this.#parts.roundId }, 'another host writes this round')
    this.#parts.events.gone()
  }

  #leave(state: 'quarantined' | 'gone', no: Refusal, step?: Step): void {
    this.#state = state
    this.#live = null
    this.#loop.stop()
    this.#letLeaseGo()
    for (const { reply } of step?.waiting ?? []) reply(no)
    this.#inbox.refuseAll(no)
  }
}
