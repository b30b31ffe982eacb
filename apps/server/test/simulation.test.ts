import { type Journal, memoryJournal } from '@cascade/db'
import { type Answer, canonical, publicEvent, type RoundEvent, replay } from '@cascade/engine'
import { isRefusal } from '@cascade/protocol'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../src/clock.ts'
import { readFrame, readOpening } from '../src/rounds/frame-text.ts'
import { Dice } from './fixtures/dice.ts'
import { buy, type Hosted, playing, ROUND, recoverHosted } from './fixtures/hosted-round.ts'
import { TroubledJournal } from './fixtures/troubled-journal.ts'

const SEEDS = 60
const STEPS = 40

/** A round that goes through one thing after another, and everything that anybody heard of it. */
class Ordeal {
  readonly clock = new ManualClock()
  readonly stored: Journal = memoryJournal({ now: () => this.clock.now() })
  readonly line = new TroubledJournal(this.stored)
  readonly dice: Dice
  readonly answers = new Map<number, Answer>()
  readonly changed: number[] = []
  readonly hosts: Hosted[] = []
  #n = 1

  constructor(seed: number) {
    this.dice = new Dice(seed)
  }

  get host(): Hosted {
    const host = this.hosts.at(-1)
    if (!host) throw new Error('the ordeal has begun')
    return host
  }

  async run(): Promise<void> {
    const { clock, line } = this
    this.hosts.push(await playing({ journal: line.journal, clock, round: { ticks: 500 } }))
    const steps = [
      () => this.wish(),
      () => this.wish(),
      () => this.retry(),
      () => this.host.ticks(1 + this.dice.below(3)),
      async () => void line.troubles.push(this.dice.pick(['lost', 'written-unanswered'])),
      () => this.outage(),
      () => this.replace(),
    ] as const
    for (let step = 0; step < STEPS; step += 1) await this.dice.pick(steps)()
    line.down = false
    await clock.advance(3_000)
  }

  /** The next wish, or the last one again while it has no answer. */
  async wish(): Promise<void> {
    if (this.answers.has(this.#n)) this.#n += 1
    this.#send(this.#n)
  }

  async retry(): Promise<void> {
    this.#send(1 + this.dice.below(this.#n))
  }

  async outage(): Promise<void> {
    this.line.down = true
    await this.clock.advance(this.dice.below(2_000))
    this.line.down = false
    await this.clock.advance(this.dice.below(1_000))
  }

  /** Another host takes the round over, while the old one does not know it yet. */
  async replace(): Promise<void> {
    this.line.down = false
    this.hosts.push(await recoverHosted({ journal: this.line.journal, clock: this.clock }))
  }

  #send(n: number): void {
    void this.host.host.submit(buy(n)).then((reply) => {
      if (isRefusal(reply)) return
      const gap = !reply.ok && reply.rejection.reason === 'command_gap'
      if (gap) return
      const known = this.answers.get(n)
      if (known && canonical(known) !== canonical(reply)) this.changed.push(n)
      this.answers.set(n, reply)
    })
  }

  /** What the journal says: the public events of each frame, and every answer by its number. */
  async truth() {
    const opening = await this.stored.opening(ROUND)
    if (!opening) throw new Error('a round has an opening')
    const frames = []
    for await (const { body } of this.stored.frames({ roundId: ROUND, fromTick: 0 }))
      frames.push(readFrame(body))
    const told = new Map<number, readonly RoundEvent[]>()
    const answers = new Map<number, Answer[]>()
    for (const { frame, round, outcomes, matches } of replay(readOpening(opening), frames)) {
      expect([frame.tick, matches]).toEqual([told.size, true])
      const events = outcomes.flatMap((outcome) => outcome.events)
      told.set(
        frame.tick,
        events.flatMap((event) => publicEvent(event, round.config) ?? []),
      )
      for (const event of events) {
        if (event.type !== 'command.answered') continue
        answers.set(event.id.n, [...(answers.get(event.id.n) ?? []), event.answer])
      }
    }
    return { told, answers }
  }
}

describe('T20 a host that meets lost writes, lost answers, outages and successors', () => {
  test.each(Array.from({ length: SEEDS }, (_, seed) => seed))('keeps its promises, seed %i', async (seed) => {
    const ordeal = new Ordeal(seed)
    await ordeal.run()
    const { told, answers } = await ordeal.truth()

    // An answer never changes, is in the journal, and is there once.
    expect(ordeal.changed).toEqual([])
    for (const [n, answer] of ordeal.answers) {
      expect([n, (answers.get(n) ?? []).map(canonical)]).toEqual([n, [canonical(answer)]])
    }
    // Whatever anybody was told is what the journal holds, in order and without a gap but where it says so.
    for (const { audience } of ordeal.hosts) {
      let next: number | null = null
      for (const heard of audience.heard) {
        if (heard.kind === 'resumed') next = null
        if (heard.kind !== 'frame') continue
        expect(heard.tick).toBe(next ?? heard.tick)
        expect(canonical(heard.events)).toBe(canonical(told.get(heard.tick)))
        next = heard.tick + 1
      }
    }
    // In the end one host goes on, and the others know it.
    const states = ordeal.hosts.map(({ host }) => host.state)
    expect(states.filter((state) => state !== 'gone')).toEqual(['live'])
  })
})
