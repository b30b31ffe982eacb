import { type Command, orderId, type PlayerCommand, seatId } from '../../src/index.ts'
import { Auditor, emptyTally, type Tally } from './auditor.ts'
import { Chance } from './hostile/chance.ts'
import { type Aim, aimAtEquality, edgeLeverage, shuffleMargin, switchMode } from './hostile/margins.ts'
import { nextMarks } from './hostile/marks.ts'
import {
  type Act,
  atLiquidation,
  beyondBankruptcy,
  cancelStorm,
  dust,
  enlarge,
  flip,
  flood,
  ladder,
  maximum,
  nonsense,
  open,
  oppose,
  reduceSpam,
  trim,
} from './hostile/orders.ts'
import { hostileConfig } from './hostile/rounds.ts'
import { hostAct } from './hostile/shocks.ts'

/** Where a round of the engine and its twin first differed, or a law was broken. */
export interface Difference {
  readonly seed: number
  readonly tick: number
  /** In plain words. */
  readonly what: string
}

/** What so many judged rounds came to. */
export interface Report extends Readonly<Tally> {
  readonly seeds: number
  readonly differences: readonly Difference[]
}

/** How each kind of player spends its turns. */
const CHARACTERS: readonly (readonly Act[])[] = [
  [open, flip, enlarge, edgeLeverage, open],
  [dust, dust, trim, flip, open],
  [maximum, open, nonsense, ladder, open],
  [ladder, cancelStorm, ladder, reduceSpam, open, flood],
  [open, switchMode, shuffleMargin, edgeLeverage, shuffleMargin],
  [open, atLiquidation, beyondBankruptcy, reduceSpam, open],
  [oppose, oppose, trim, oppose],
]

const EVERYTHING = CHARACTERS.flat()

/** Judges whole rounds of hostile players against the twin, one for each seed. */
export function runSeeds({ from, count }: { readonly from: number; readonly count: number }): Report {
  const total = emptyTally()
  const differences: Difference[] = []
  for (let seed = from; seed < from + count; seed += 1) {
    const auditor = runSeed(seed)
    for (const [figure, value] of Object.entries(auditor.tally)) total[figure as keyof Tally] += value
    if (auditor.difference) {
      differences.push({ seed, tick: auditor.round.tick, what: auditor.difference })
    }
  }
  return { seeds: count, ...total, differences }
}

/** Plays one whole round against the twin, or up to the first difference. */
function runSeed(seed: number): Auditor {
  const chance = new Chance(seed)
  const auditor = new Auditor(hostileConfig(chance), `audit ${seed}`)
  auditor.send({ type: 'clock.advance' })
  const seats = Array.from({ length: 4 + chance.below(5) }, (_, index) => seatId(`s${index + 1}`))
  for (const seat of seats) auditor.send({ type: 'seat.join', seat, kind: 'automatic', character: null })
  let going = auditor.send({ type: 'round.start' })
  const scripted = auditor.round.config.market.scripted === true
  // Chance of their own: the rounds of earlier seeds, bar their prices, stay what they were.
  const host = new Chance(seed + 0x5eed)
  const shocked = host.happens(0.5)
  const last = chance.happens(0.2) ? 20 + chance.below(20) : Number.POSITIVE_INFINITY
  while (going) {
    const aim = playTick(auditor, chance)
    if (shocked && host.happens(0.06)) auditor.send(hostAct(auditor.round, host))
    if (auditor.round.tick >= last) auditor.send({ type: 'round.end' })
    const marks = scripted ? { marks: nextMarks(auditor.round, chance, aim) } : {}
    going = auditor.send({ type: 'clock.advance', ...marks })
  }
  return auditor
}

/** A few acts between two ticks; an aim is the last of them, and where the next tick goes. */
function playTick(auditor: Auditor, chance: Chance): Aim | null {
  const { round } = auditor
  const accounts = [...round.accounts.values()]
  if (chance.happens(0.02)) auditor.send(outOfPlace(chance))
  for (let acts = chance.below(7); acts > 0; acts -= 1) {
    const index = chance.below(accounts.length)
    const account = [...round.accounts.values()][index]
    if (!account) continue
    const sight = { round, account, instrument: chance.pick(round.config.instruments), chance }
    if (chance.happens(0.1)) {
      const { commands, aim } = aimAtEquality(sight)
      sendAll(auditor, commands)
      if (aim) return aim
    }
    const own = CHARACTERS[index % CHARACTERS.length] ?? EVERYTHING
    sendAll(auditor, chance.pick(chance.happens(0.7) ? own : EVERYTHING)(sight))
  }
  return null
}

/** Commands that come at the wrong time, or from nobody. */
const outOfPlace = (chance: Chance): Command =>
  chance.pick<Command>([
    { type: 'round.start' },
    { type: 'seat.join', seat: seatId('s1'), kind: 'automatic', character: null },
    { type: 'seat.join', seat: seatId('late'), kind: 'automatic', character: null },
    { type: 'order.cancel', seat: seatId('nobody'), id: null, order: orderId('o1') },
  ])

function sendAll(auditor: Auditor, commands: readonly PlayerCommand[]): void {
  for (const command of commands) auditor.send(command)
}
