'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Choices, Choose } from './choices.ts'
import { SetupForm } from './setup-form.tsx'
import { SetupSummary } from './setup-summary.tsx'
import type { OwnMarket } from './use-own-prices.ts'

interface SetupPageProps {
  title: string
  lead: string
  choices: Choices
  choose: Choose
  /** Where prices may come from a file. */
  own?: OwnMarket
  /** What stands above the button, such as the player's name. */
  before?: ReactNode
  /** The button that makes the round, and what went wrong with it. */
  action: ReactNode
}

/**
 * A set-up form beside its summary. The button is in sight from the first moment, on a phone at the bottom
 * edge.
 */
export function SetupPage({ title, lead, choices, choose, own, before, action }: SetupPageProps) {
  const t = useTranslations('setup.summary')
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <h1 className="font-semibold text-title">{title}</h1>
        <p className="max-w-2xl text-muted sm:text-lg">{lead}</p>
      </header>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem] lg:gap-6">
        <SetupForm choices={choices} choose={choose} {...(own && { own })} />
        <aside className="flex flex-col gap-4 max-lg:order-first lg:sticky lg:top-6">
          <section className="flex flex-col gap-4 rounded-2xl bg-raised p-4 sm:p-6 lg:gap-5">
            <h2 className="font-semibold text-lg tracking-tight">{t('title')}</h2>
            <SetupSummary choices={choices} {...(own && { own })} />
            {before}
            <div className="max-lg:hidden">{action}</div>
          </section>
        </aside>
      </div>
      <div className="-mx-4 sticky bottom-0 z-20 border-line border-t bg-surface px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6 lg:hidden">
        {action}
      </div>
    </div>
  )
}
