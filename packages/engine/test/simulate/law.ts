/** Which cases of a law are looked at: the same seed and number are the same case, whoever asks. */
export interface LawRun {
  readonly seed: string
  readonly count: number
  /** The number of the first case; 0 when absent. */
  readonly from?: number
}

/** How many of what were looked at, and what was not as the law says, with its seed and number. */
export interface LawReport {
  readonly counts: Readonly<Record<string, number>>
  readonly failures: readonly string[]
}
