import {
  type Account,
  execute,
  INSTRUMENTS,
  type Instrument,
  type InstrumentId,
  instrumentId,
  type MarginMode,
  type Market,
  money,
  openRound,
  type Price,
  price,
  quantity,
  type Risk,
  rate,
  riskOf,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'

/** The three positions of the example. */
export const LETTERS = ['A', 'B', 'C'] as const
export type Letter = (typeof LETTERS)[number]

const SEAT = seatId('learner')
const OPENING = 100
const UNITS = 10
const NO_FEES = { takerFeeRate: rate(0), closingFeeRate: rate(0), defaultLeverage: rate(5) }

/** One position of the example after a fall, simulated dollars. */
export interface ExampleTank {
  readonly letter: Letter
  /** Profit or loss of the position. */
  readonly pnl: number
  /** Isolated: what is left of its own margin. Cross: its share of the picture only. */
  readonly equity: number
  /** Height above the line, 1 as opened. */
  readonly level: number
  readonly isLiquidated: boolean
}

/** The example in one margin mode after a fall, simulated dollars. */
export interface WorkedExample {
  readonly tanks: readonly ExampleTank[]
  /** What the whole account is worth. */
  readonly account: number
  /** Equity of the shared bucket; in isolated mode the untouched cash. */
  readonly shared: number
  /** What the shared positions need; zero in isolated mode. */
  readonly required: number
}

/**
 * The worked example that every lesson starts from: $1,000, three positions of $200 margin at 5x, no fees,
 * $400 left. The orders go through the engine, and the falls are asked of the same functions that liquidate
 * in a round.
 */
export function workedExample(
  marginMode: MarginMode,
  falls: Readonly<Record<Letter, number>>,
): WorkedExample {
  const { account, market } = opened(marginMode)
  const marks = new Map<InstrumentId, Price>(
    LETTERS.map((letter) => [instrumentId(letter), price(OPENING * (1 - falls[letter]))]),
  )
  const risk = riskOf({ ...market, marks }, account)
  return marginMode === 'cross' ? shared(risk, riskOf(market, account), falls) : separate(risk, falls)
}

function separate(risk: Risk, falls: Readonly<Record<Letter, number>>): WorkedExample {
  const tanks = LETTERS.map((letter) => {
    const bucket = risk.isolated.get(instrumentId(letter))
    const isLiquidated = bucket?.equity.lt(bucket.requirement) ?? false
    return {
      letter,
      isLiquidated,
      pnl: -falls[letter] * OPENING * UNITS,
      equity: isLiquidated ? 0 : (bucket?.equity.toNumber() ?? 0),
      level: isLiquidated ? 0 : (bucket?.buffer ?? 0),
    }
  })
  const cash = risk.cross.equity.toNumber()
  return { tanks, account: tanks.reduce((sum, { equity }) => sum + equity, cash), shared: cash, required: 0 }
}

function shared(risk: Risk, before: Risk, falls: Readonly<Record<Letter, number>>): WorkedExample {
  const { equity, requirement, buffer } = risk.cross
  const isLiquidated = equity.lt(requirement)
  const left = isLiquidated ? 0 : equity.toNumber()
  const level = isLiquidated ? 0 : buffer / before.cross.buffer
  return {
    tanks: LETTERS.map((letter) => ({
      letter,
      isLiquidated,
      level,
      pnl: -falls[letter] * OPENING * UNITS,
      equity: left,
    })),
    account: left,
    shared: left,
    required: requirement.toNumber(),
  }
}

const openings = new Map<MarginMode, { account: Account; market: Market }>()

/** The account with its three positions, bought once for each mode. */
function opened(marginMode: MarginMode) {
  const known = openings.get(marginMode)
  if (known) return known
  const made = buyAll(marginMode)
  openings.set(marginMode, made)
  return made
}

function buyAll(marginMode: MarginMode) {
  const modePolicy = marginMode === 'cross' ? 'cross-only' : 'isolated-only'
  const standard = standardConfig({
    id: roundId('worked-example'),
    modePolicy,
    startingCash: money(1000),
    rules: NO_FEES,
  })
  const instruments = LETTERS.map(exampleInstrument)
  const round = openRound({ ...standard, instruments }, seedFromText('worked-example'))
  execute(round, { type: 'seat.join', seat: SEAT, kind: 'human', character: null })
  execute(round, { type: 'round.start' })
  for (const { id } of instruments) {
    execute(round, {
      type: 'order.place',
      seat: SEAT,
      id: null,
      order: {
        instrument: id,
        side: 'buy',
        type: 'market',
        quantity: quantity(UNITS),
        limitPrice: null,
        triggerPrice: null,
        reduceOnly: false,
      },
    })
  }
  const account = round.accounts.get(SEAT)
  if (!account) throw new Error('the learner of the worked example has an account')
  return { account, market: { marks: new Map(round.marks), config: round.config } }
}

/** A large, liquid instrument of the catalogue under a letter, at a round price. */
function exampleInstrument(letter: Letter): Instrument {
  const [model] = INSTRUMENTS
  if (!model) throw new Error('the catalogue holds an instrument')
  return { ...model, id: instrumentId(letter), name: letter, openingPrice: price(OPENING) }
}
