export { Fault } from './assert.ts'
export { canonical, chain, digestOf } from './canonical.ts'
export { gaugesOf, type InstrumentGauge, type SideGauge } from './cascade/gauge.ts'
export { type CascadeMember, type CascadeReport, type CascadeTree, cascadeReport } from './cascade/report.ts'
export { CascadeTrace, type TracedLiquidation } from './cascade/trace.ts'
export type {
  AdvanceClock,
  CancelOrder,
  Command,
  CommandId,
  EndRound,
  JoinSeat,
  PlaceOrder,
  PlayerCommand,
  PublishNews,
  RevealedWord,
  SetLeverage,
  SetMarginMode,
  ShockMarket,
  StartRound,
  TransferMargin,
} from './command.ts'
export { checkOrder, ORDERS_MAX } from './commands/check-order.ts'
export { checkJoin } from './commands/join-seat.ts'
export { atRisk, type OrderPreview, previewOrder } from './commands/preview-order.ts'
export { checkLeverage } from './commands/set-leverage.ts'
export { checkMarginMode } from './commands/set-margin-mode.ts'
export { checkShock } from './commands/shock-market.ts'
export { checkTransfer, removableMargin } from './commands/transfer-margin.ts'
export type * from './event.ts'
export { evolve } from './evolve.ts'
export { execute } from './execute.ts'
export {
  commitmentOf,
  configDigest,
  countWords,
  digestOfCommitments,
  hasItsScript,
  isOffScript,
  scriptDigest,
  type WordCommitment,
  type WordCount,
  wordDigest,
  wordsCommitted,
} from './fairness.ts'
export { checkInvariants } from './invariants.ts'
export type { Books } from './ledger/books.ts'
export type { Pocket, Posting, PostingReason } from './ledger/posting.ts'
export { type Account, emptyAccount, type TradeSetting } from './margin/account.ts'
export {
  instrumentOf,
  isInTrouble,
  isLiquidatable,
  type Market,
  markOf,
  standingOf,
} from './margin/bucket.ts'
export type { DrainPart, LiquidationCause } from './margin/cause.ts'
export {
  type LiquidationInputs,
  liquidationPriceAcrossTiers,
  solveBankruptcyPrice,
  solveLiquidationPrice,
} from './margin/liquidation-price.ts'
export { entryPrice, isolatedEquity, type Position, sideOf, unrealizedPnl } from './margin/position.ts'
export { initialMargin, maintenanceMargin, requirement } from './margin/requirement.ts'
export {
  type BucketRisk,
  bankruptcyPriceOf,
  equityOf,
  exactLiquidationPriceOf,
  freeMargin,
  liquidationPriceOf,
  type Risk,
  riskOf,
} from './margin/risk.ts'
export { EXPECTATIONS, type ExpectedFact } from './market/fan/expected-facts.ts'
export { type FanPlan, type InstrumentFan, marketFan } from './market/fan/fan.ts'
export type { PathFacts } from './market/fan/path-facts.ts'
export { QUANTILE_SHARES, type Quantiles, quantiles } from './market/fan/quantiles.ts'
export { type FeedConfig, type FeedState, type FeedStep, openFeed, stepFeed } from './market/feed.ts'
export type { ImpactBook, ImpactPath, ImpactSecret, InstrumentImpact } from './market/impact/book.ts'
export type { GhostMoves, Ghosts } from './market/impact/ghosts.ts'
export type { Impact } from './market/impact/impact.ts'
export type { ImpactRule } from './market/impact/rule.ts'
export type { Instrument, InstrumentClass } from './market/instrument.ts'
export { INSTRUMENTS } from './market/instruments.ts'
export { HEADLINE_MAX, isHeadline, NEWS_MAX, type News } from './market/news.ts'
export type { Scenario } from './market/scenario.ts'
export { SCENARIOS, scenarioOf, usualInstruments } from './market/scenarios.ts'
export type { Script } from './market/script.ts'
export { checkMarket, marketDigest } from './market/self-test.ts'
export {
  type GiveBack,
  SHOCK_MINUTES_MAX,
  SHOCK_MOVE_MAX,
  SHOCKS_MAX,
  type Shock,
  type ShockPlan,
  type ShockRequest,
  shockFactor,
} from './market/shock.ts'
export type { Tier } from './market/tier.ts'
export { deriveTiers, TierProblem, tierOf } from './market/tiers.ts'
export type * from './market-event.ts'
export { Decimal } from './number/decimal.ts'
export {
  type InstrumentId,
  instrumentId,
  type OrderId,
  orderId,
  type RoundId,
  roundId,
  type SeatId,
  seatId,
} from './number/ids.ts'
export { MONEY_DECIMALS, priceOnIncrement, quantityDown } from './number/rounding.ts'
export * from './number/units.ts'
export { type Opening, openRound } from './open-round.ts'
export { closeOrder } from './orders/close-order.ts'
export type { FillEffect, PositionChange } from './orders/fill.ts'
export type { CancelReason, Order, OrderRequest, OrderType, Side } from './orders/order.ts'
export { signOf } from './orders/order.ts'
export type { Outcome } from './outcome.ts'
export { type Seed, seed, seedFromText } from './random/seed.ts'
export { openStream } from './random/stream.ts'
export { REJECTION_REASONS, type Rejection, type RejectionReason, rejection } from './rejection.ts'
export { type Frame, type ReplayStep, replay } from './replay.ts'
export type {
  ClockConfig,
  CrossPolicy,
  FundingRule,
  LossPolicy,
  MarginMode,
  MarketConfig,
  ModePolicy,
  RoundConfig,
  Rules,
  SwitchingRule,
} from './round/config.ts'
export { IMPACT_LEVELS, type ImpactLevel, type ImpactLevelId, impactRule } from './round/impact-levels.ts'
export { marketKey } from './round/market-key.ts'
export { type PresetId, presetRules, RULE_PRESETS, type RulePreset } from './round/presets.ts'
export type { Answer, Receipt, Receipts } from './round/receipt.ts'
export type { Seat } from './round/seat.ts'
export { ConfigProblem, type RoundChoices, standardConfig } from './round/standard-config.ts'
export { STANDARD_RULES } from './round/standard-rules.ts'
export type { Standing } from './round/standing.ts'
export { FactsKeeper, type RoundFacts } from './scoring/round-facts.ts'
export { type Place, type ScoreRules, steadyPlaces } from './scoring/steady-hand.ts'
export type { Phase, Round, Secret } from './state.ts'
export { rankAccounts } from './tick/publish-standings.ts'
export { RULES_VERSION } from './version.ts'
export { audience, privateEvent, publicEvent, view, viewEvent } from './view.ts'
