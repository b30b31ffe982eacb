'use client'

import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { connect } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { NoNotice } from '../shell/no-notice.tsx'
import { signIn } from './sign-in.ts'

interface SignedInGateProps {
  /** What stands there while the session is being asked for. */
  waiting: ReactNode
  children: ReactNode
}

/** Shows its children once this browser has a session, so that whatever they connect to knows who it is. */
export function SignedInGate({ waiting, children }: SignedInGateProps) {
  const t = useTranslations('common')
  const [state, setState] = useState<'asking' | 'in' | 'failed'>('asking')
  const enter = useCallback(async () => {
    setState('asking')
    const isIn = await signIn()
    if (isIn && connect().connection.current() === 'signed_out') connect().reconnect()
    setState(isIn ? 'in' : 'failed')
  }, [])
  useEffect(() => {
    void enter()
  }, [enter])
  if (state === 'in') return children
  if (state === 'asking') return waiting
  return (
    <NoNotice no={{ refusal: 'unreachable' }} action={<Button onPress={enter}>{t('tryAgain')}</Button>} />
  )
}
