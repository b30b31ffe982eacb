import type { ShockDraft } from './shock-draft.ts'

/** The ready-made headlines. */
export const HEADLINES = [
  'halt',
  'hack',
  'ban',
  'rateUp',
  'rumour',
  'denial',
  'rateDown',
  'pension',
  'approval',
] as const

/** The name of a ready-made headline. */
export type HeadlineId = (typeof HEADLINES)[number]

/** What a market may do after each; null where it is news that nothing need follow. */
export const REACTIONS: Readonly<Record<HeadlineId, Pick<ShockDraft, 'direction' | 'size'> | null>> = {
  halt: { direction: 'down', size: '10' },
  hack: { direction: 'down', size: '5' },
  ban: { direction: 'down', size: '20' },
  rateUp: { direction: 'down', size: '3' },
  rumour: null,
  denial: null,
  rateDown: { direction: 'up', size: '3' },
  pension: { direction: 'up', size: '5' },
  approval: { direction: 'up', size: '10' },
}
