import { isRefusal, type Refusal, refusal } from '@cascade/protocol'
import type { LiveRound } from '../rounds/live-round.ts'

/** Seats the automatic players that were chosen and opens the market, all in one frame. */
export async function openMarket(live: LiveRound): Promise<Refusal | null> {
  const joining = live.planned.map((join) => live.host.submit(join))
  const started = await live.host.submit({ type: 'round.start' })
  await Promise.all(joining)
  if (isRefusal(started)) return started
  return started.ok ? null : refusal('round_not_in_lobby')
}
