import type { InstrumentId, Round } from '@cascade/engine'

/** A moment that a chart of one instrument marks. */
export interface Flag {
  readonly tick: number
  readonly kind: 'news' | 'shocked'
}

/** The round's headlines, and the shocks that reached an instrument; a headline speaks for its own shock. */
export function flagsOf({ news, shocks }: Round, instrument: InstrumentId): readonly Flag[] {
  const told = new Set(news.map(({ tick }) => tick))
  const reached = shocks.filter(
    (shock) => !told.has(shock.tick) && (shock.instrument ?? instrument) === instrument,
  )
  const shocked = new Set(reached.map(({ tick }) => tick))
  const flags = [...flagsAt(told, 'news'), ...flagsAt(shocked, 'shocked')]
  return flags.sort((a, b) => a.tick - b.tick)
}

const flagsAt = (ticks: ReadonlySet<number>, kind: Flag['kind']): readonly Flag[] =>
  [...ticks].map((tick) => ({ tick, kind }))
