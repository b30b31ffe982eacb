export { accountSchema } from './account.ts'
export { answerSchema, receiptsSchema, rejectionSchema } from './answer.ts'
export { seatSchema, standingSchema } from './board.ts'
export { type BroughtRoom, broughtRoomReplySchema, broughtRoomSchema, ROOMS_PATH } from './brought.ts'
export { commandIdSchema, commandSchema } from './command.ts'
export { marginModeSchema, modePolicySchema, ranksVisibleSchema, roundConfigSchema } from './config.ts'
export {
  askedAmount,
  askedMoney,
  askedPrice,
  askedQuantity,
  askedRate,
  moneySchema,
  priceSchema,
  quantitySchema,
  rateSchema,
  sizeSchema,
} from './decimal.ts'
export { DOWN, type DownMessage, type DownName, type ServerToClientEvents } from './down.ts'
export { type Encoded, encode } from './encode.ts'
export { roundEventSchema } from './event.ts'
export { commandOf, type Intent, intentSchema } from './intent.ts'
export {
  characterName,
  clientName,
  instrumentName,
  namesSchema,
  orderName,
  roomCode,
  roundName,
  seatName,
} from './name.ts'
export { nickname } from './nickname.ts'
export {
  impactLevelSchema,
  marketMinutesPerTick,
  OPTION_BOUNDS,
  presetSchema,
  type RoundOptions,
  type RoundOptionsMessage,
  roundOptionsSchema,
  standardOptions,
} from './options.ts'
export { type Past, type PastMarks, pastSchema } from './past.ts'
export { problemsOf, type Reading, read } from './read.ts'
export {
  journalFrameSchema,
  openingSchema,
  type Rank,
  REPLAY_FORMAT,
  type ReplayFile,
  replayFileSchema,
  replayFrameSchema,
  type Summary,
  summarySchema,
} from './record.ts'
export { Recording } from './recording.ts'
export {
  isRefusal,
  REFUSAL_REASONS,
  type Refusal,
  type RefusalReason,
  refusal,
  refusalSchema,
} from './refusal.ts'
export { commitmentSchema, fingerprintSchema, phaseSchema, roundSchema, seedSchema } from './round.ts'
export { scriptedConfig, ticksPlayed } from './scripted-config.ts'
export { type Snapshot, snapshotSchema } from './snapshot.ts'
export {
  type Ack,
  type ClientToServerEvents,
  handshakeSchema,
  type Reply,
  UP,
  type UpMessage,
  type UpName,
} from './up.ts'
export { type Verdict, verifyReplay } from './verify-replay.ts'
export { PROTOCOL_VERSION } from './version.ts'
export { wordSchema } from './word.ts'
