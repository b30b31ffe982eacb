'use client'

import type { Choices, Choose } from './choices.ts'
import { MarketSection } from './market-section.tsx'
import { OpponentsSection } from './opponents-section.tsx'
import { RulesSection } from './rules-section.tsx'
import type { OwnMarket } from './use-own-prices.ts'

export interface SectionProps {
  choices: Choices
  choose: Choose
}

/** Everything that can be chosen about a round. Every field has a value that can be played as it stands. */
export function SetupForm({ choices, choose, own }: SectionProps & { own?: OwnMarket }) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <MarketSection choices={choices} choose={choose} {...(own && { own })} />
      <RulesSection choices={choices} choose={choose} />
      <OpponentsSection choices={choices} choose={choose} />
    </div>
  )
}
