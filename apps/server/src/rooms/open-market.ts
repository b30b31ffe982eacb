import { isRefusal, type Refusal, refusal } from '@cascade/protocol'
import type { LiveRound } from '../rounds/live-round.ts'
import { gatherWords } from './gather-words.ts'
import type { House } from './house.ts'

/**
 * Gathers the players' words, then seats the automatic players that were chosen and opens the market, all in
 * one frame.
 */
export async function openMarket(house: House, live: LiveRound): Promise<Refusal | null> {
  const words = await gatherWords(house, live)
  const joining = live.planned.map((join) => live.host.submit(join))
  const started = await live.host.submit({ type: 'round.start', ...(words.length > 0 && { words }) })
  await Promise.all(joining)
  if (isRefusal(started)) return started
  return started.ok ? null : refusal('round_not_in_lobby')
}
