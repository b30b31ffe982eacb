'use client'

import { useTranslations } from 'use-intl'
import { OwnRounds } from '../replays/own-rounds.tsx'
import { HomeTanks } from './home-tanks.tsx'
import { MoreLinks } from './more-links.tsx'
import { WaysIn } from './ways-in.tsx'

/** The front page: what the game is, three ways in, and what this browser played. */
export function Home() {
  const t = useTranslations('home')
  return (
    <div className="flex flex-col gap-8 sm:gap-14">
      <div className="flex flex-col gap-8 sm:gap-12">
        <div className="grid items-center gap-6 sm:gap-10 lg:grid-cols-2 lg:gap-14">
          <div className="flex flex-col gap-4 sm:gap-5">
            <h1 className="font-semibold text-display">{t('title')}</h1>
            <p className="max-w-xl text-muted sm:text-xl">{t('lead')}</p>
          </div>
          <div className="max-lg:hidden">
            <HomeTanks />
          </div>
        </div>
        <WaysIn />
        <div className="lg:hidden">
          <HomeTanks />
        </div>
      </div>
      <OwnRounds />
      <MoreLinks />
    </div>
  )
}
