/** Seeds whose rounds a bug of the engine comes to light in, each with what it was. They are played first. */
export const KEPT_SEEDS: readonly { readonly seed: number; readonly once: string }[] = [
  { seed: 1, once: 'setting the leverage that was set moved cash that was not there' },
  { seed: 16, once: 'a share of a loss was finer than the ledger' },
  { seed: 36, once: 'a closing fee was finer than the ledger' },
  { seed: 130, once: 'a requirement that a higher tier had lifted was lent to a margin' },
  { seed: 131, once: 'an account was wiped by what it had before its debt was paid' },
  { seed: 140, once: 'waiting orders made a position together that its tier does not allow' },
  { seed: 170, once: 'rounding a closing fee up took more than the partial close had freed' },
  { seed: 428, once: 'an isolated position that had lost was enlarged to what it could not carry' },
]
