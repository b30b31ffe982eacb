import type { Journal, LeaseHolder } from '@cascade/db'
import type { Clock } from '../clock.ts'

/** How often an idle host shows that it lives; the lease runs 5 s. */
const HEARTBEAT_MS = 2_000

interface Heartbeat {
  readonly journal: Journal
  readonly clock: Clock
  /** Who holds the lease right now, null while nobody does. */
  readonly holder: () => LeaseHolder | null
  /** Another host writes the round now. */
  readonly fenced: () => void
}

/** Prolongs a lease while nothing is appended, until stopped. An unreachable journal is asked again. */
export function keepLease({ journal, clock, holder, fenced }: Heartbeat): () => void {
  let stopped = false
  let cancel = clock.after(HEARTBEAT_MS, beat)

  async function beat() {
    const held = holder()
    const renewed = held ? await journal.renew(held).catch(() => 'unreachable' as const) : 'unreachable'
    if (stopped) return
    // A lease that was acquired anew in the meantime has outlived the one that was asked about.
    if (renewed === 'fenced' && holder()?.epoch === held?.epoch) fenced()
    else cancel = clock.after(HEARTBEAT_MS, beat)
  }

  return () => {
    stopped = true
    cancel()
  }
}
