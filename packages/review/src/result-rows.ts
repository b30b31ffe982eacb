import {
  type Account,
  equityOf,
  FactsKeeper,
  type InstrumentId,
  type Price,
  type RoundFacts,
  type ScoreRules,
  type SeatId,
  type Standing,
  steadyPlaces,
} from '@cascade/engine'
import { accountPoints, eventsOf, type Reading, shown } from './reading.ts'

/** How one seat came out of a round, as a row of a table. Money in simulated dollars, shares as fractions. */
export interface ResultRow {
  readonly seat: SeatId
  readonly automatic: boolean
  readonly rank: number
  /** Place by Steady hand, the round looked at alone; null where docs/rules/scoring.md gives none. */
  readonly steadyPlace: number | null
  readonly equity: number
  /** Gain over the starting cash, a share of it. */
  readonly gain: number
  /** Largest fall from a peak of equity, a share of the peak. */
  readonly worstDip: number
  /** Notional over equity, averaged over the ticks. */
  readonly exposure: number
  readonly fills: number
  readonly liquidations: number
  readonly feesPaid: number
  readonly wipedAtTick: number | null
  /** Ticks since the market opened when the seat was taken. */
  readonly joinedAtTick: number
  /** The margin modes of everything it filled. */
  readonly modes: 'cross' | 'isolated' | 'both' | 'none'
}

/** Where in a round a seat may still be taken so that it is compared with the others. */
const LATE_AFTER = 0.25
/** A recorded round is looked at alone. */
const ALONE: ScoreRules = { boldness: 'usual', single: true }

/** Every seat of a round, the first of the board first. */
export function resultRows(reading: Reading): readonly ResultRow[] {
  const modes = modesOf(reading)
  const facts = new Map(reading.standings.map((standing) => [standing.seat, factsOf(reading, standing)]))
  const places = new Map(steadyPlaces([...facts], ALONE).map(({ seat, place }) => [seat, place]))
  return reading.standings.map(({ seat, rank, equity, liquidations, wipedAtTick }) => {
    const { gain = 0, worstDip = 0, fills = 0, exposure = 0 } = facts.get(seat) ?? {}
    const account = reading.accounts.get(seat)?.at(-1)?.account
    return {
      seat,
      automatic: reading.seats.get(seat)?.kind === 'automatic',
      rank,
      steadyPlace: places.get(seat) ?? null,
      equity: shown(equity),
      gain,
      worstDip,
      exposure,
      fills,
      liquidations,
      feesPaid: account ? shown(account.feesPaid) : 0,
      wipedAtTick,
      joinedAtTick: joinedAt(reading, seat),
      modes: modeOf(modes.get(seat)),
    }
  })
}

const joinedAt = (reading: Reading, seat: SeatId): number => reading.seats.get(seat)?.joinedAtTick ?? 0

/** What decides a seat's place by docs/rules/scoring.md. */
function factsOf(reading: Reading, { seat, equity, wipedAtTick }: Standing): RoundFacts {
  const { config } = reading
  const cash = shown(config.startingCash)
  const keeper = new FactsKeeper(cash)
  let fills = 0
  for (const { tick, account, marks } of accountPoints(reading, seat)) {
    fills = account.fills
    if (wipedAtTick !== null && tick > wipedAtTick) continue
    keeper.add({ equity: shown(equityOf({ marks, config }, account)), notional: notionalAt(account, marks) })
  }
  const { worstDip, exposure } = keeper
  const late = joinedAt(reading, seat) > LATE_AFTER * config.clock.ticks
  return { gain: (shown(equity) - cash) / cash, worstDip, fills, exposure, wipedAtTick, late }
}

const notionalAt = ({ positions }: Account, marks: ReadonlyMap<InstrumentId, Price>): number =>
  [...positions.values()].reduce(
    (sum, { instrument, size }) => sum + Math.abs(size.toNumber()) * (marks.get(instrument)?.toNumber() ?? 0),
    0,
  )

function modesOf(reading: Reading): ReadonlyMap<SeatId, ReadonlySet<'cross' | 'isolated'>> {
  const modes = new Map<SeatId, Set<'cross' | 'isolated'>>()
  for (const event of reading.frames.flatMap(eventsOf)) {
    if (event.type !== 'order.filled') continue
    modes.set(event.seat, (modes.get(event.seat) ?? new Set()).add(event.marginMode))
  }
  return modes
}

function modeOf(used: ReadonlySet<'cross' | 'isolated'> | undefined): ResultRow['modes'] {
  const [only] = used ?? []
  if (only === undefined) return 'none'
  return used?.size === 1 ? only : 'both'
}
