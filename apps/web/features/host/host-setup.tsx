'use client'

import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { toOptions } from '../setup/choices.ts'
import { SetupPage } from '../setup/setup-page.tsx'
import { useChoices } from '../setup/use-choices.ts'
import { useOpening } from '../setup/use-opening.ts'
import { NoNotice } from '../shell/no-notice.tsx'

const NOBODY: readonly string[] = []

/** Sets up a round for others and opens its room. */
export function HostSetup() {
  const t = useTranslations('host')
  const { choices, choose } = useChoices('cascade.setup.host', NOBODY)
  const { isOpening, no, open } = useOpening(
    (client) => client.openRoom(toOptions(choices)),
    (roundId) => `/lobby/${roundId}`,
  )

  return (
    <SetupPage
      title={t('title')}
      lead={t('lead')}
      choices={choices}
      choose={choose}
      action={
        <div className="flex flex-col gap-3">
          {no && <NoNotice no={no} />}
          <Button variant="primary" size="lg" className="w-full" isPending={isOpening} onPress={open}>
            {t('open')}
          </Button>
        </div>
      }
    />
  )
}
