import type { InstrumentClass, PublishNews, ShockRequest } from '../../../src/index.ts'
import { NONE, Num } from './numbers.ts'
import { note, type TwinInstrument, type TwinRound, type TwinShock } from './round.ts'

const BETAS: Readonly<Record<InstrumentClass, number>> = {
  MAJ1: 1,
  MAJ2: 1.1,
  ALT1: 1.4,
  ALT2: 1.4,
  MEME: 1.5,
  STBL: 0,
}

const BACK = { none: 0, half: 0.5, most: 0.8 } as const

/** RND-018. */
export function shock(round: TwinRound, request: ShockRequest): string | null {
  const { instrument, move, minutes, givenBack } = request
  const refused = refusalOf(round, request)
  if (refused) return refused
  round.shocks.push({ tick: round.tick, instrument, move: Number(move), minutes, back: BACK[givenBack] })
  note(round, 'shock', round.tick, instrument, move, minutes, givenBack)
  return null
}

/** RND-019. */
export function news(round: TwinRound, { headline, shock: behind }: PublishNews): string | null {
  const refused = behind && refusalOf(round, behind)
  if (refused) return refused
  const characters = [...headline].length
  if (characters < 1 || characters > 120 || /^\s|\s$|\p{C}/u.test(headline)) {
    return 'headline_not_valid'
  }
  if (round.headlines >= 20) return 'news_too_many'
  round.headlines += 1
  note(round, 'news', round.tick, headline)
  return behind && shock(round, behind)
}

function refusalOf(round: TwinRound, { instrument, move, minutes }: ShockRequest): string | null {
  if (round.rules.scripted) return 'market_scripted'
  if (instrument && !round.instruments.some(({ id }) => id === instrument)) return 'instrument_unknown'
  const share = new Num(move).abs()
  if (share.gt('0.2') || share.isZero()) return 'shock_move_not_valid'
  if (minutes < 1 || minutes > 240 || minutes % 1 !== 0) return 'shock_minutes_not_valid'
  return round.shocks.length >= 20 ? 'shocks_too_many' : null
}

/** What the market's own marks of the next tick become, and where that is not what the engine says. */
export function shockDifference(round: TwinRound, fed: readonly Num[], marks: readonly Num[]): string | null {
  for (const [index, instrument] of round.instruments.entries()) {
    const [own, said] = [fed[index] ?? NONE, marks[index] ?? NONE]
    const exact = own.times(timesOf(round, instrument))
    const step = instrument.priceIncrement
    // A hair more than half an increment: the book's float may stand on the other side of a tie.
    const isNear = said.minus(exact).abs().lte(step.times('0.50001'))
    const isLeast = said.eq(step) && exact.lt(step)
    if (!isNear && !isLeast) return `${instrument.id} is at ${said}, by the book at ${exact}`
    if (!said.mod(step).isZero()) return `${instrument.id} is at ${said}, off its increment`
  }
  return null
}

/** RND-018, in the price and not in its logarithm: each shock's change, to the power of the beta. */
function timesOf(round: TwinRound, instrument: TwinInstrument): number {
  let times = 1
  for (const given of round.shocks) {
    const minutes = (round.tick + 1 - given.tick) * round.rules.minutesPerTick
    if (given.instrument === null) times *= changeOf(given, minutes) ** BETAS[instrument.class]
    else if (given.instrument === instrument.id) times *= changeOf(given, minutes)
  }
  return times
}

function changeOf({ move, minutes, back }: TwinShock, since: number): number {
  const share = Math.min(1, since / minutes)
  const there = (1 + move) ** (share * share * (3 - 2 * share)) - 1
  const returned = since > minutes ? back * (1 - Math.exp(-(since - minutes) / 20)) : 0
  return 1 + there * (1 - returned)
}
