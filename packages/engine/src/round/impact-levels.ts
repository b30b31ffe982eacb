import { known } from '../assert.ts'
import type { ImpactRule } from '../market/impact/rule.ts'

/** The name of a strength with which trades move prices. */
export type ImpactLevelId = 'gentle' | 'usual' | 'stretched' | 'powder-keg'

/** A strength of impact that a host can choose by reading a sentence. */
export interface ImpactLevel {
  readonly id: ImpactLevelId
  /** English words, for where no catalogue is at hand. */
  readonly title: string
  readonly text: string
  readonly rule: ImpactRule
}

const CROWD = 100

/** Every strength with which trades can move prices, the gentlest first. */
export const IMPACT_LEVELS: readonly ImpactLevel[] = [
  {
    id: 'gentle',
    title: 'Gentle',
    text: 'Forced selling moves prices a little. Cascades end soon.',
    rule: { crowd: CROWD, openInterest: 0.2, throttle: 1, leastDepth: 0.05 },
  },
  {
    id: 'usual',
    title: 'Like a usual week',
    text: 'As much borrowed money as in a usual week, sold slowly when it must be.',
    rule: { crowd: CROWD, openInterest: 0.35, throttle: 1, leastDepth: 0.05 },
  },
  {
    id: 'stretched',
    title: 'Stretched',
    text: 'Much borrowed money, sold fast: one fall often brings the next.',
    rule: { crowd: CROWD, openInterest: 0.5, throttle: 4, leastDepth: 0.02 },
  },
  {
    id: 'powder-keg',
    title: 'Powder keg',
    text: 'Everybody has borrowed: most of what is liquidated falls because of other liquidations.',
    rule: { crowd: CROWD, openInterest: 0.8, throttle: 4, leastDepth: 0.02 },
  },
]

/** How trades move prices at a strength. */
export const impactRule = (id: ImpactLevelId): ImpactRule =>
  known(
    IMPACT_LEVELS.find((level) => level.id === id),
    'a strength has a rule',
  ).rule
