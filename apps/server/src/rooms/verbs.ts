import type { UpName } from '@cascade/protocol'
import { addPlayer } from './add-player.ts'
import { endRound } from './end-round.ts'
import type { Verb } from './house.ts'
import { joinRound } from './join-round.ts'
import { look } from './look.ts'
import { openRoom } from './open-room.ts'
import { openSolo } from './open-solo.ts'
import { publishNews } from './publish-news.ts'
import { removePlayer } from './remove-player.ts'
import { revealWord } from './reveal-word.ts'
import { sendCommand } from './send-command.ts'
import { shockMarket } from './shock-market.ts'
import { startRound } from './start-round.ts'
import { watchRound } from './watch-round.ts'

/** Who answers which message. A message without a verb does not compile. */
export const verbs: { readonly [Name in UpName]: Verb<Name> } = {
  'round.open': openSolo,
  'room.open': openRoom,
  'room.look': look,
  'round.join': joinRound,
  'round.watch': watchRound,
  'word.reveal': revealWord,
  'round.start': startRound,
  'round.end': endRound,
  'market.shock': shockMarket,
  'news.publish': publishNews,
  'player.add': addPlayer,
  'player.remove': removePlayer,
  command: sendCommand,
}
