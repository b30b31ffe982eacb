'use client'

import { ArrowRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'

const LENGTH = 6

/** Six digits and the way to the round behind them. */
export function CodeForm({ label, autoFocus = false }: { label?: string; autoFocus?: boolean }) {
  const t = useTranslations('join.code')
  const router = useRouter()
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const go = (digits: string) => {
    setLeaving(true)
    router.push(`/j/${digits}`)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.length === LENGTH) go(code)
    else setShort(true)
  }
  return (
    <form onSubmit={submit} noValidate>
      <CodeField
        label={label ?? t('label')}
        value={code}
        onChange={(digits) => {
          setCode(digits)
          setShort(false)
        }}
        onComplete={go}
        error={isShort ? t('short') : undefined}
        autoFocus={autoFocus}
        suffix={
          <Button
            type="submit"
            variant="primary"
            isPending={isLeaving}
            aria-label={t('go')}
            className="h-13 w-13 shrink-0 px-0"
          >
            <ArrowRight size={20} aria-hidden className="rtl:rotate-180" />
          </Button>
        }
      />
    </form>
  )
}
