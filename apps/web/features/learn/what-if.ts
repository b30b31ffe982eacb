import {
  execute,
  INSTRUMENTS,
  type MarginMode,
  openRound,
  previewOrder,
  quantityDown,
  rate,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'

const SEAT = seatId('waiting')
/** How much of the account is put up as margin, whatever the leverage. */
const SHARE = 0.25

/** What one long position would mean, as plain numbers for a picture. */
export interface WhatIf {
  /** Liquidation price over entry price, 0.9 for ten percent below; null when there is none. */
  readonly line: number | null
  /** Simulated dollars that can be lost. */
  readonly atRisk: number
  readonly margin: number
  readonly notional: number
}

/**
 * A quarter of a fresh $10,000 account, long the first instrument: what the trading screen's own preview says
 * of it.
 */
export function whatIf({ marginMode, leverage }: { marginMode: MarginMode; leverage: number }): WhatIf {
  const [instrument] = INSTRUMENTS
  if (!instrument) throw new Error('the catalogue holds an instrument')
  const config = standardConfig({
    id: roundId('what-if'),
    instruments: [instrument.id],
    defaultMode: marginMode,
    leverageMax: rate(50),
  })
  const round = openRound(config, seedFromText('what-if'))
  execute(round, { type: 'seat.join', seat: SEAT, kind: 'human', character: null })
  execute(round, { type: 'round.start' })
  execute(round, {
    type: 'leverage.set',
    seat: SEAT,
    id: null,
    instrument: instrument.id,
    leverage: rate(leverage),
  })
  const notional = config.startingCash.times(SHARE).times(leverage)
  const preview = previewOrder(round, SEAT, {
    instrument: instrument.id,
    side: 'buy',
    type: 'market',
    quantity: quantityDown(notional.div(instrument.openingPrice), instrument.sizeIncrement),
    limitPrice: null,
    triggerPrice: null,
    reduceOnly: false,
  })
  const line = preview.liquidationPrice?.div(instrument.openingPrice).toNumber() ?? null
  return {
    line,
    atRisk: preview.atRisk.toNumber(),
    margin: config.startingCash.times(SHARE).toNumber(),
    notional: notional.toNumber(),
  }
}
