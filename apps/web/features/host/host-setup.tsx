'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { No } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { signedIn } from '../identity/signed-in.ts'
import { toOptions } from '../setup/choices.ts'
import { SetupPage } from '../setup/setup-page.tsx'
import { useChoices } from '../setup/use-choices.ts'
import { NoNotice } from '../shell/no-notice.tsx'

const NOBODY: readonly string[] = []

/** Sets up a round for others and opens its room. */
export function HostSetup() {
  const t = useTranslations('host')
  const router = useRouter()
  const { choices, choose } = useChoices('cascade.setup.host', NOBODY)
  const [isOpening, setOpening] = useState(false)
  const [no, setNo] = useState<No | null>(null)

  const open = async () => {
    setOpening(true)
    setNo(null)
    const answered = await signedIn((client) => client.openRoom(toOptions(choices)))
    if (answered.ok) {
      router.push(`/lobby/${answered.value.roundId}`)
      return
    }
    setOpening(false)
    setNo(answered.no)
  }

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
