/** What a place in a round is decided by. Shares are fractions: 0.05 is 5 %. */
export interface RoundFacts {
  /** Gain over the starting cash, a share of it. */
  readonly gain: number
  /** Largest fall of equity from its peak so far, looked at after every tick, a share of that peak. */
  readonly worstDip: number
  /** Orders that filled. */
  readonly fills: number
  /** Notional over equity, averaged over the ticks of the seat. */
  readonly exposure: number
  /** Null for an account that lived. */
  readonly wipedAtTick: number | null
  /** Whether the seat was taken too late to be compared. */
  readonly late: boolean
}

/** An account as it stands after a tick, simulated dollars. */
export interface TickStanding {
  readonly equity: number
  readonly notional: number
}

/** Follows one account through a round, tick by tick. Ticks after its wipe are not counted. */
export class FactsKeeper {
  #peak: number
  #worstDip = 0
  #exposures = 0
  #ticks = 0

  /** Starting cash in simulated dollars: the first peak. */
  constructor(startingCash: number) {
    this.#peak = startingCash
  }

  /** Hears how the account stands after a tick. */
  add({ equity, notional }: TickStanding): void {
    this.#peak = Math.max(this.#peak, equity)
    this.#worstDip = Math.max(this.#worstDip, (this.#peak - equity) / this.#peak)
    if (equity > 0) this.#exposures += notional / equity
    this.#ticks += 1
  }

  /** Largest fall from a peak, a share of it. */
  get worstDip(): number {
    return this.#worstDip
  }

  /** Notional over equity, averaged. */
  get exposure(): number {
    return this.#ticks === 0 ? 0 : this.#exposures / this.#ticks
  }
}
