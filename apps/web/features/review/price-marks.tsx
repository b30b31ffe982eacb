import type { InstrumentId } from '@cascade/engine'
import type { Moment } from '@cascade/review'
import type { AccountReview, Overview } from './conversation.ts'
import { PanelMark } from './panel.tsx'
import type { Span } from './scale.ts'

interface PriceMarksProps {
  overview: Overview
  account: AccountReview
  instrument: InstrumentId
  span: Span
}

type Shown = Extract<Moment, { kind: 'filled' | 'liquidated' }>
type HostMoment = Extract<Moment, { kind: 'news' | 'shocked' }>

/** Where the account traded and was liquidated, where others were, and where the host acted. */
export function PriceMarks({ overview, account, instrument, span }: PriceMarksProps) {
  const { ticks, moments } = overview.timeline
  const indexOf = new Map(ticks.map((tick, index) => [tick, index]))
  const shown = moments.filter(
    (moment): moment is Shown =>
      (moment.kind === 'filled' || moment.kind === 'liquidated') && moment.instrument === instrument,
  )
  const acts = moments.filter((moment) => isHostMoment(moment, instrument))
  const accounts = shown.map((moment, order) => {
    const isOwn = moment.seat === account.seat
    if (!isOwn && moment.kind === 'filled') return null
    return (
      <PanelMark
        key={order}
        index={indexOf.get(moment.tick) ?? 0}
        count={ticks.length}
        value={isOwn ? moment.price : null}
        span={span}
      >
        <Sign moment={moment} isOwn={isOwn} />
      </PanelMark>
    )
  })
  return (
    <>
      {acts.map(({ tick }, order) => (
        <PanelMark
          key={order}
          index={indexOf.get(tick) ?? 0}
          count={ticks.length}
          value={span.high}
          span={span}
        >
          <HostSign />
        </PanelMark>
      ))}
      {accounts}
    </>
  )
}

/** News are about everything; a shock may be another instrument's. */
const isHostMoment = (moment: Moment, instrument: InstrumentId): moment is HostMoment =>
  moment.kind === 'news' || (moment.kind === 'shocked' && (moment.instrument ?? instrument) === instrument)

function Sign({ moment, isOwn }: { moment: Shown; isOwn: boolean }) {
  if (!isOwn) return <OthersSign />
  if (moment.kind === 'liquidated') return <OwnSign />
  return moment.side === 'buy' ? <BuySign /> : <SellSign />
}

/** A buy: it points up, and stands below the price. */
export const BuySign = () => <span className="block translate-y-3 text-gain text-xs">▲</span>

/** A sale: it points down, and stands above the price. */
export const SellSign = () => <span className="block -translate-y-3 text-loss text-xs">▼</span>

/** This account's liquidation. */
export const OwnSign = () => (
  <span className="block size-4 rotate-45 rounded-[3px] border-2 border-raised bg-danger" />
)

/** Somebody else's liquidation. */
export const OthersSign = () => <span className="block h-2.5 w-0.5 -translate-y-1/2 bg-danger/60" />

/** News, or a shock to the market. */
export const HostSign = () => <span className="block translate-y-2 text-accent text-xs">▼</span>
