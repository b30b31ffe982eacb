'use client'

import { CHARACTERS } from '@cascade/players'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { NamePicker } from '../identity/name-picker.tsx'
import { useName } from '../identity/use-name.ts'
import { toOptions } from '../setup/choices.ts'
import { SetupPage } from '../setup/setup-page.tsx'
import { useChoices } from '../setup/use-choices.ts'
import { useOpening } from '../setup/use-opening.ts'
import { NoNotice } from '../shell/no-notice.tsx'

/** Who sits opposite when nobody has chosen: one of each. */
const EVERY_CHARACTER: readonly string[] = CHARACTERS.map(({ id }) => id)

/** Sets up a practice round and starts it. */
export function SoloSetup() {
  const t = useTranslations('setup.solo')
  const { choices, choose } = useChoices('cascade.setup.solo', EVERY_CHARACTER)
  const { name, spinsLeft, spin } = useName()
  const { isOpening, no, open } = useOpening(
    (client) => client.openSolo({ name, options: toOptions(choices) }),
    (roundId) => `/play/${roundId}`,
  )

  return (
    <SetupPage
      title={t('title')}
      lead={t('lead')}
      choices={choices}
      choose={choose}
      before={<NamePicker name={name} spinsLeft={spinsLeft} onSpin={spin} />}
      action={
        <div className="flex flex-col gap-3">
          {no && <NoNotice no={no} />}
          <Button
            variant="primary"
            size="lg"
            className="w-full"
            isPending={isOpening}
            isDisabled={name === ''}
            onPress={open}
          >
            {t('start')}
          </Button>
        </div>
      }
    />
  )
}
