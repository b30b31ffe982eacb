'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { sameFields, useRound, useRoundInHand, useSession } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { ConfirmOrder } from './confirm-order.tsx'
import { type Draft, intentsOf } from './draft.ts'
import { type Outlook, outlookOf } from './outlook.ts'
import { OutlookPanel } from './outlook-panel.tsx'
import { type Risks, risksOf } from './risky.ts'
import { useAct } from './use-act.ts'

interface PlaceOrderProps {
  draft: Draft
  /** The order was taken: its leverage is set now. */
  onPlaced: () => void
}

/** The figures before the button, and the button. Both look at the newest tick. */
export function PlaceOrder({ draft, onPlaced }: PlaceOrderProps) {
  const t = useTranslations('trade')
  const { store, session } = useRoundInHand()
  const { act, isActing } = useAct()
  // What is pressed while the line is down would be carried out at prices that nobody has seen.
  const isLive = useSession(session.roundId).kind === 'live'
  const outlook = useRound((round) => outlookOf(round, draft), sameFields)
  const [asked, setAsked] = useState<{ outlook: Outlook; risks: Risks } | null>(null)
  const [isTrusted, setTrusted] = useState(false)

  const place = async () => {
    setAsked(null)
    const { order } = outlookOf(store, draft)
    const waiting = store.account?.orders.size ?? 0
    if (!order || !(await act(intentsOf(draft, order)))) return
    onPlaced()
    // A fill tells of itself.
    if ((store.account?.orders.size ?? 0) > waiting) toast({ kind: 'news', title: t('news.placed') })
  }
  const press = () => {
    const risks = risksOf(outlook, leverageOf(draft, store.account?.settings.get(draft.instrument)))
    if (risks && !isTrusted) setAsked({ outlook, risks })
    else void place()
  }
  const canPlace = isLive && outlook.order !== null && outlook.rejection === null
  return (
    <div className="flex flex-col gap-2.5">
      <OutlookPanel draft={draft} outlook={outlook} />
      <Button
        variant={draft.side === 'buy' ? 'long' : 'short'}
        size="lg"
        onPress={press}
        isDisabled={!canPlace}
        isPending={isActing}
      >
        {t('ticket.place')}
      </Button>
      {asked && (
        <ConfirmOrder
          {...asked}
          leverage={leverageOf(draft, store.account?.settings.get(draft.instrument))}
          onBack={() => setAsked(null)}
          onPlace={(isLast) => {
            if (isLast) setTrusted(true)
            void place()
          }}
        />
      )}
    </div>
  )
}

const leverageOf = (
  { leverage }: Draft,
  setting: { readonly leverage: { toNumber(): number } } | undefined,
): number => leverage ?? setting?.leverage.toNumber() ?? 1
