'use client'

import {
  closeOrder,
  countWords,
  type InstrumentId,
  instrumentOf,
  type MarginMode,
  rate,
} from '@cascade/engine'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRound, useRoundInHand } from '../../live/index.ts'
import { PriceChart } from '../chart/price-chart.tsx'
import { NewsBanner } from '../events/news-banner.tsx'
import { GaugeLine, GaugePanel } from '../gauge/gauge-panel.tsx'
import { RulesDialog } from '../rules/rules-dialog.tsx'
import { type Draft, firstDraft, SHARES } from './draft.ts'
import { InstrumentTabs } from './instrument-tabs.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { modeOf, movesMargin, otherMode } from './mode-row.tsx'
import { News } from './news.tsx'
import { DeskParts, PhoneParts } from './parts.tsx'
import { Strip } from './strip.tsx'
import { SwitchMode } from './switch-mode.tsx'
import { Ticket } from './ticket.tsx'
import { useAct } from './use-act.ts'
import { useHotkeys } from './use-hotkeys.ts'
import { useSeated } from './use-seated.ts'
import { useWide } from './use-wide.ts'
import { Watching } from './watching.tsx'
import { Wiped } from './wiped.tsx'

/** A running round: the strip, the chart, and around them everything that can be done. */
export function TradeScreen() {
  const t = useTranslations('trade')
  const { store } = useRoundInHand()
  const isWide = useWide()
  const [draft, setDraft] = useState(() => firstDraft(firstInstrument(store.round.config.instruments)))
  const [hasKeys, setKeys] = useState(false)
  const [hasRules, setRules] = useState(false)
  const [switching, setSwitching] = useState<MarginMode | null>(null)
  const change = useCallback((part: Partial<Draft>) => setDraft((held) => ({ ...held, ...part })), [])
  const choose = (instrument: InstrumentId) =>
    change({ instrument, price: null, type: 'market', leverage: null })
  useTradeKeys(draft, { change, onHelp: () => setKeys(true), onSwitch: setSwitching })
  const ticket = <TicketOrWords draft={draft} onChange={change} />
  const chart = <PriceChart instrument={draft.instrument} className="h-full" />
  return (
    <div className="flex min-h-dvh flex-col">
      <h1 className="sr-only">{t('title')}</h1>
      <Strip onKeys={() => setKeys(true)} onRules={() => setRules(true)} />
      <InstrumentTabs value={draft.instrument} onChange={choose} />
      {isWide ? (
        <DeskParts chart={chart} gauge={<GaugePanel instrument={draft.instrument} />} ticket={ticket} />
      ) : (
        <PhoneParts chart={chart} gauge={<GaugeLine instrument={draft.instrument} />} ticket={ticket} />
      )}
      <News />
      <NewsBanner />
      {hasKeys && <KeysDialog onClose={() => setKeys(false)} />}
      {hasRules && (
        <RulesDialog
          config={store.round.config}
          commitment={store.commitment}
          words={countWords(store.round.seats.values())}
          phase={store.round.phase}
          onClose={() => setRules(false)}
        />
      )}
      {switching && (
        <SwitchMode instrument={draft.instrument} marginMode={switching} onClose={() => setSwitching(null)} />
      )}
    </div>
  )
}

/** The ticket, or why there is none. */
function TicketOrWords({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const isSeated = useSeated()
  const wipedAtTick = useRound(({ account }) => account?.wipedAtTick ?? null)
  if (!isSeated) return <Watching />
  if (wipedAtTick !== null) return <Wiped tick={wipedAtTick} />
  return <Ticket draft={draft} onChange={onChange} />
}

interface KeyDeeds {
  readonly change: (part: Partial<Draft>) => void
  readonly onHelp: () => void
  /** Asks before an open position changes its mode. */
  readonly onSwitch: (marginMode: MarginMode) => void
}

function useTradeKeys(draft: Draft, { change, onHelp, onSwitch }: KeyDeeds): void {
  const { store } = useRoundInHand()
  const { act } = useAct()
  const { instrument } = draft
  const close = () => {
    const position = store.account?.positions.get(instrument)
    if (!position) return
    const order = closeOrder(position, instrumentOf(store.round, instrument), rate(1))
    void act([{ type: 'order.place', order }])
  }
  const switchMode = () => {
    const marginMode = otherMode(modeOf(store, instrument))
    if (movesMargin(store, instrument)) onSwitch(marginMode)
    else void act([{ type: 'margin-mode.set', instrument, marginMode }])
  }
  const size = (index: number) => () => {
    const share = SHARES[index]
    if (share !== undefined) change({ size: { kind: 'share', share } })
  }
  useHotkeys({
    l: () => change({ side: 'buy' }),
    s: () => change({ side: 'sell' }),
    1: size(0),
    2: size(1),
    3: size(2),
    4: size(3),
    m: switchMode,
    x: close,
    '?': onHelp,
  })
}

function firstInstrument(instruments: readonly { readonly id: InstrumentId }[]): InstrumentId {
  const [first] = instruments
  if (!first) throw new RangeError('a round has at least one instrument')
  return first.id
}
