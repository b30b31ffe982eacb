'use client'

import {
  checkMarginMode,
  closeOrder,
  type InstrumentId,
  instrumentOf,
  type MarginMode,
  type Rejection,
  rate,
} from '@cascade/engine'
import type { Intent } from '@cascade/protocol'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type RoundStore, useRound, useRoundInHand } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SwitchMode } from './switch-mode.tsx'
import { useAct } from './use-act.ts'

/** Which money stands behind the next position: all of it, or its own margin alone. */
export function ModeRow({ instrument }: { instrument: InstrumentId }) {
  const t = useTranslations('trade')
  const { store } = useRoundInHand()
  const { act, isActing } = useAct()
  const [wanted, setWanted] = useState<MarginMode | null>(null)
  const mode = useRound((round) => modeOf(round, instrument))
  const { modePolicy } = store.round.config.rules
  const isLocked = useRound((round) => isModeLocked(round, instrument))
  const hasMargin = useRound((round) => movesMargin(round, instrument))
  const ask = (next: MarginMode) => {
    if (next === mode) return setWanted(null)
    if (isModeLocked(store, instrument) || movesMargin(store, instrument)) return setWanted(next)
    setWanted(null)
    void act([{ type: 'margin-mode.set', instrument, marginMode: next }])
  }
  const closeAndSwitch = async (marginMode: MarginMode) => {
    await act([...closingIntents(store, instrument), { type: 'margin-mode.set', instrument, marginMode }])
    setWanted(null)
  }
  return (
    <div className="flex flex-col gap-2">
      <Segmented
        label={t('ticket.mode')}
        value={mode}
        onChange={ask}
        isDisabled={modePolicy !== 'choice'}
        segments={[
          { id: 'cross', label: t('cross'), chosen: 'text-cross' },
          { id: 'isolated', label: t('isolated'), chosen: 'text-isolated' },
        ]}
      />
      {modePolicy !== 'choice' && (
        <p className="text-muted text-sm">{t('ticket.modeOnly', { mode: t(mode).toLowerCase() })}</p>
      )}
      {wanted && !isLocked && hasMargin && (
        <SwitchMode instrument={instrument} marginMode={wanted} onClose={() => setWanted(null)} />
      )}
      {wanted && isLocked && (
        <div className="flex flex-col gap-2 rounded-lg bg-sunken p-3">
          <p className="text-sm">{t('ticket.modeLocked', { instrument, mode: t(mode).toLowerCase() })}</p>
          <Button onPress={() => closeAndSwitch(wanted)} isPending={isActing}>
            {t('ticket.switch', { mode: t(wanted).toLowerCase() })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The mode that the next position of an instrument will have. */
export const modeOf = ({ account, round }: RoundStore, instrument: InstrumentId): MarginMode =>
  account?.settings.get(instrument)?.marginMode ?? round.config.rules.defaultMode

/** The mode that an instrument does not have now. */
export const otherMode = (mode: MarginMode): MarginMode => (mode === 'cross' ? 'isolated' : 'cross')

/** Whether a change of mode would change what stands behind an open position. */
export const movesMargin = ({ account, round }: RoundStore, instrument: InstrumentId): boolean =>
  round.config.rules.switching === 'with-position' && account?.positions.has(instrument) === true

const LOCKS: ReadonlySet<Rejection['reason']> = new Set(['mode_locked_by_position', 'mode_locked_by_order'])

function isModeLocked(store: RoundStore, instrument: InstrumentId): boolean {
  if (!store.seat) return false
  const marginMode = otherMode(modeOf(store, instrument))
  const refused = checkMarginMode(store.round, { seat: store.seat, instrument, marginMode })
  return refused !== null && LOCKS.has(refused.reason)
}

/** Takes back every order of an instrument and closes its position. */
function closingIntents({ account, round }: RoundStore, instrument: InstrumentId): readonly Intent[] {
  const orders = [...(account?.orders.values() ?? [])].filter((order) => order.instrument === instrument)
  const cancels = orders.map(({ id }): Intent => ({ type: 'order.cancel', order: id }))
  const position = account?.positions.get(instrument)
  if (!position) return cancels
  return [
    ...cancels,
    { type: 'order.place', order: closeOrder(position, instrumentOf(round, instrument), rate(1)) },
  ]
}
