'use client'

import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '../../ui/class-names.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { CodeForm } from '../join/code-form.tsx'

/** The three ways into a round. On a phone the code comes first: most who arrive there were given one. */
export function WaysIn() {
  const t = useTranslations('home')
  return (
    <div className="grid gap-3 md:grid-cols-3 md:gap-4">
      <Way title={t('solo.title')} text={t('solo.text')} className="order-2 md:order-none">
        <LinkButton href="/solo" variant="primary" className="w-full">
          {t('solo.action')}
          <ArrowRight size={18} aria-hidden className="rtl:rotate-180" />
        </LinkButton>
      </Way>
      <Way title={t('host.title')} text={t('host.text')} className="order-3 md:order-none">
        <LinkButton href="/host" className="w-full">
          {t('host.action')}
          <ArrowRight size={18} aria-hidden className="rtl:rotate-180" />
        </LinkButton>
      </Way>
      <Way title={t('join.title')} text={t('join.text')} className="order-1 md:order-none">
        <CodeForm />
      </Way>
    </div>
  )
}

interface WayProps {
  title: string
  text: string
  className: string
  children: ReactNode
}

function Way({ title, text, className, children }: WayProps) {
  return (
    <section className={classNames('flex flex-col gap-4 rounded-2xl bg-raised p-4 sm:p-5', className)}>
      <div className="flex flex-1 flex-col gap-1">
        <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
        <p className="text-muted">{text}</p>
      </div>
      {children}
    </section>
  )
}
