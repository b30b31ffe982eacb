import { canonical, digestOf } from './canonical.ts'
import type { Command, CommandId, PlayerCommand } from './command.ts'
import { cancelOrder } from './commands/cancel-order.ts'
import { endRound } from './commands/end-round.ts'
import { joinSeat } from './commands/join-seat.ts'
import { placeOrder } from './commands/place-order.ts'
import { publishNews } from './commands/publish-news.ts'
import { setLeverage } from './commands/set-leverage.ts'
import { setMarginMode } from './commands/set-margin-mode.ts'
import { shockMarket } from './commands/shock-market.ts'
import { startRound } from './commands/start-round.ts'
import { transferMargin } from './commands/transfer-margin.ts'
import { Decision, reject } from './decision.ts'
import { receiptKey } from './evolve.ts'
import type { Outcome } from './outcome.ts'
import { rejection } from './rejection.ts'
import type { Answer, Receipts } from './round/receipt.ts'
import type { Round } from './state.ts'
import { advance } from './tick/advance.ts'

type Handlers = {
  readonly [Type in Command['type']]: (round: Round, command: Extract<Command, { type: Type }>) => Outcome
}

const handlers: Handlers = {
  'seat.join': joinSeat,
  'round.start': startRound,
  'round.end': endRound,
  'market.shock': shockMarket,
  'news.publish': publishNews,
  'clock.advance': advance,
  'order.place': placeOrder,
  'order.cancel': cancelOrder,
  'leverage.set': setLeverage,
  'margin-mode.set': setMarginMode,
  'margin.transfer': transferMargin,
}

/**
 * The one door: carries a command out against a round, which it changes. A rejection is a value and changes
 * nothing but the record of the attempt. A named command takes effect at most once: its name gets the same
 * answer again.
 */
export function execute(round: Round, command: Command): Outcome {
  if (!('id' in command)) return handle(round, command)
  const { id } = command
  return id ? answerOnce(round, command, id) : recordAttempt(round, command)
}

function handle(round: Round, command: Command): Outcome {
  const handler: (round: Round, command: never) => Outcome = handlers[command.type]
  return handler(round, command as never)
}

function recordAttempt(round: Round, command: PlayerCommand): Outcome {
  const outcome = handle(round, command)
  if (outcome.status !== 'rejected' || !round.accounts.has(command.seat)) return outcome
  const decision = new Decision(round)
  const { seat, type } = command
  decision.emit({ type: 'command.rejected', seat, command: type, rejection: outcome.rejection })
  return { ...outcome, events: decision.events }
}

function answerOnce(round: Round, command: PlayerCommand, id: CommandId): Outcome {
  const receipts = round.receipts.get(receiptKey(command.seat, id.client))
  const digest = digestOf(canonical(command))
  const earlier = earlierOutcome(receipts, id, digest)
  if (earlier) return earlier

  const outcome = handle(round, command)
  const answer: Answer =
    outcome.status === 'rejected'
      ? { ok: false, tick: round.tick, rejection: outcome.rejection }
      : { ok: true, tick: round.tick }
  const decision = new Decision(round)
  decision.emit({ type: 'command.answered', seat: command.seat, id, digest, answer })
  return outcome.status === 'repeated'
    ? outcome
    : { ...outcome, events: [...outcome.events, ...decision.events] }
}

/** What is known of a command's name before it is carried out: a repeat, a conflict, a gap, or nothing. */
function earlierOutcome(receipts: Receipts | undefined, id: CommandId, digest: string): Outcome | null {
  const last = receipts?.last ?? 0
  if (id.n === last + 1) return null
  if (id.n > last) return reject(rejection('command_gap', { limit: String(last + 1) }))
  const receipt = receipts?.kept.find(({ n }) => n === id.n)
  if (!receipt || receipt.digest !== digest) return reject(rejection('command_conflict'))
  return { status: 'repeated', answer: receipt.answer, events: [] }
}
