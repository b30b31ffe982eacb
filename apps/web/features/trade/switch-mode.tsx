'use client'

import {
  freeMargin,
  type InstrumentId,
  instrumentOf,
  liquidationPriceOf,
  type MarginMode,
} from '@cascade/engine'
import type { Intent } from '@cascade/protocol'
import { useTranslations } from 'use-intl'
import { money } from '../../format/money.ts'
import { onIncrement } from '../../format/price.ts'
import { type RoundStore, sameFields, useRound, useRoundInHand } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { rehearse } from './rehearsal.ts'
import { useAct } from './use-act.ts'
import { useRejectionWords } from './use-words.ts'

interface SwitchModeProps {
  instrument: InstrumentId
  marginMode: MarginMode
  onClose: () => void
}

/** Asks before an open position changes its mode, and says what would move. */
export function SwitchMode({ instrument, marginMode, onClose }: SwitchModeProps) {
  const t = useTranslations('trade')
  const { store } = useRoundInHand()
  const { act, isActing } = useAct()
  const why = useRejectionWords()
  const intent: Intent = { type: 'margin-mode.set', instrument, marginMode }
  const { rejection, moved, before, after, free } = useRound(
    (round) => switchOutlook(round, intent),
    sameFields,
  )
  const { priceIncrement } = instrumentOf(store.round, instrument)
  const written = (price: number | null) => (price === null ? '–' : onIncrement(price, priceIncrement))
  const mode = t(marginMode).toLowerCase()
  const change = async () => {
    if (await act([intent])) onClose()
  }
  return (
    <Dialog title={t('switching.title', { instrument, mode })} isOpen isQuestion onClose={onClose}>
      {rejection ? (
        <p className="text-danger" role="status">
          {t('ticket.refused', { instrument, mode, reason: why(rejection) })}
        </p>
      ) : (
        <>
          <p>{t(`switching.${marginMode}`, { amount: money(Math.abs(moved)) })}</p>
          <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1">
            <dt className="text-muted">{t('switching.now')}</dt>
            <dd className="text-end">{written(before)}</dd>
            <dt className="text-muted">{t('switching.then')}</dt>
            <dd className="text-end font-semibold">{written(after)}</dd>
            <dt className="text-muted">{t('switching.free')}</dt>
            <dd className="text-end font-semibold">{money(free)}</dd>
          </dl>
        </>
      )}
      <div className="grid grid-cols-[auto_1fr] gap-2 whitespace-nowrap">
        <Button size="lg" onPress={onClose}>
          {t('switching.back')}
        </Button>
        <Button
          size="lg"
          variant="primary"
          onPress={change}
          isPending={isActing}
          isDisabled={rejection !== null}
        >
          {t('switching.do', { mode })}
        </Button>
      </div>
    </Dialog>
  )
}

const NOTHING = { rejection: null, moved: 0, before: null, after: null, free: 0 }

/** What the change would do at these marks, by the engine that will do it. */
function switchOutlook(
  { round, seat, account }: RoundStore,
  intent: Extract<Intent, { type: 'margin-mode.set' }>,
) {
  if (!seat || !account) return NOTHING
  const { instrument } = intent
  const { round: then, rejection } = rehearse(round, seat, [intent])
  const changed = then.accounts.get(seat) ?? account
  return {
    rejection,
    moved: account.cash.minus(changed.cash).toNumber(),
    before: liquidationPriceOf(round, account, instrument)?.toNumber() ?? null,
    after: liquidationPriceOf(then, changed, instrument)?.toNumber() ?? null,
    free: freeMargin(then, changed).toNumber(),
  }
}
