'use client'

import { CHARACTERS } from '@cascade/players'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { No } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { NamePicker } from '../identity/name-picker.tsx'
import { signedIn } from '../identity/signed-in.ts'
import { useName } from '../identity/use-name.ts'
import { toOptions } from '../setup/choices.ts'
import { SetupPage } from '../setup/setup-page.tsx'
import { useChoices } from '../setup/use-choices.ts'
import { NoNotice } from '../shell/no-notice.tsx'

/** Who sits opposite when nobody has chosen: one of each. */
const EVERY_CHARACTER: readonly string[] = CHARACTERS.map(({ id }) => id)

/** Sets up a practice round and starts it. */
export function SoloSetup() {
  const t = useTranslations('setup.solo')
  const router = useRouter()
  const { choices, choose } = useChoices('cascade.setup.solo', EVERY_CHARACTER)
  const { name, spinsLeft, spin } = useName()
  const [isStarting, setStarting] = useState(false)
  const [no, setNo] = useState<No | null>(null)

  const start = async () => {
    setStarting(true)
    setNo(null)
    const answered = await signedIn((client) => client.openSolo({ name, options: toOptions(choices) }))
    if (answered.ok) {
      router.push(`/play/${answered.value.roundId}`)
      return
    }
    setStarting(false)
    setNo(answered.no)
  }

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
            isPending={isStarting}
            isDisabled={name === ''}
            onPress={start}
          >
            {t('start')}
          </Button>
        </div>
      }
    />
  )
}
