'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Answered, No } from '../../live/index.ts'
import { useTRPCClient } from '../../trpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { NamePicker } from '../identity/name-picker.tsx'
import { signedIn } from '../identity/signed-in.ts'
import { useName } from '../identity/use-name.ts'
import { NoNotice } from '../shell/no-notice.tsx'
import { roundHref } from '../shell/round-href.ts'
import { CodeForm } from './code-form.tsx'
import { type FoundRound, findRound } from './find-round.ts'
import { JoinCode } from './join-code.tsx'

/**
 * From a code to a seat: a tap to say hello, then a name, then the lobby. Nothing is asked of the server
 * before the tap, because programs that follow links must not take seats.
 */
export function JoinRound({ code }: { code: string }) {
  const t = useTranslations('join')
  const router = useRouter()
  const api = useTRPCClient()
  const { name, spinsLeft, spin } = useName()
  const [found, setFound] = useState<FoundRound | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [isBusy, setBusy] = useState(false)

  const ask = async <T,>(question: Promise<Answered<T>>, then: (value: T) => void) => {
    setBusy(true)
    setNo(null)
    const answered = await question
    if (answered.ok) return then(answered.value)
    setBusy(false)
    setNo(answered.no)
  }
  const look = () =>
    ask(findRound(api, code), (round) => {
      // A browser that already sits there goes straight back to its seat.
      if (round.isSeated) return router.replace(roundHref(round))
      setFound(round)
      setBusy(false)
    })
  const join = () =>
    ask(
      signedIn((client) => client.join({ code, name })),
      ({ roundId }) => router.replace(roundHref({ roundId, phase: found?.phase ?? 'lobby' })),
    )

  if (no?.refusal === 'code_unknown') return <WrongCode code={code} no={no} />
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6 pt-4 sm:pt-10">
      <header className="flex flex-col gap-2">
        <h1 className="font-semibold text-title">{found ? t('name.title') : t('welcome.title')}</h1>
        <p className="text-muted sm:text-lg">
          {found ? t('name.text', { seats: found.seats, phase: found.phase }) : t('welcome.text')}
        </p>
      </header>
      {found ? (
        <div className="rounded-2xl bg-raised p-4 sm:p-6">
          <NamePicker name={name} spinsLeft={spinsLeft} onSpin={spin} size="lg" />
        </div>
      ) : (
        <JoinCode code={code} className="text-6xl" />
      )}
      {no && <NoNotice no={no} />}
      <Button
        variant="primary"
        size="lg"
        isPending={isBusy}
        isDisabled={name === ''}
        onPress={found ? join : look}
      >
        {found ? t('name.action') : t('welcome.action')}
      </Button>
    </div>
  )
}

function WrongCode({ code, no }: { code: string; no: No }) {
  const t = useTranslations('join.wrong')
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6 pt-4 sm:pt-10">
      <h1 className="font-semibold text-title">
        {t('title', { code: `${code.slice(0, 3)} ${code.slice(3)}` })}
      </h1>
      <NoNotice no={no} />
      <CodeForm autoFocus />
    </div>
  )
}
