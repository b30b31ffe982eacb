import type { PublishNews } from '@cascade/engine'
import type { Verb } from './house.ts'
import { moveMarket } from './move-market.ts'

/** `news.publish`: the host shows everybody a headline. */
export const publishNews: Verb<'news.publish'> = (house, caller, { roundId, headline, shock }) => {
  const command: PublishNews = { type: 'news.publish', headline, shock }
  return moveMarket(house, caller, { roundId, command })
}
