'use client'

import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { toOptions } from '../setup/choices.ts'
import { SetupPage } from '../setup/setup-page.tsx'
import { useChoices } from '../setup/use-choices.ts'
import { useOpening } from '../setup/use-opening.ts'
import { useOwnPrices } from '../setup/use-own-prices.ts'
import { NoNotice } from '../shell/no-notice.tsx'

const NOBODY: readonly string[] = []

/** Sets up a round for others and opens its room. */
export function HostSetup() {
  const t = useTranslations('host')
  const { choices, choose } = useChoices('cascade.setup.host', NOBODY)
  const own = useOwnPrices()
  const prices = own.isChosen && own.picked.kind === 'good' ? own.picked.text : null
  const { isOpening, no, open } = useOpening(
    (client) =>
      prices === null
        ? client.openRoom(toOptions(choices))
        : client.bringRoom({ options: { ...toOptions(choices), tickMs: own.tickMs }, prices }),
    (roundId) => `/lobby/${roundId}`,
  )

  return (
    <SetupPage
      title={t('title')}
      lead={t('lead')}
      choices={choices}
      choose={choose}
      own={own}
      action={
        <div className="flex flex-col gap-3">
          {no && <NoNotice no={no} />}
          <Button
            variant="primary"
            size="lg"
            className="w-full"
            isPending={isOpening}
            isDisabled={own.isChosen && prices === null}
            onPress={open}
          >
            {t('open')}
          </Button>
          {own.isChosen && prices === null && <p className="text-muted text-sm">{t('pickFirst')}</p>}
        </div>
      }
    />
  )
}
