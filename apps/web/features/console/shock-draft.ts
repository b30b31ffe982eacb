import type { GiveBack, InstrumentId } from '@cascade/engine'
import type { ShockMessage } from '../../live/index.ts'

/** What stands for the whole market beside the instruments' ids, none of which is lower case. */
export const WHOLE_MARKET = 'market'

/** How far prices go, per cent. */
export const SIZES = ['3', '5', '10', '20'] as const
/** Over how many market minutes. */
export const MINUTES = ['5', '15', '60', '240'] as const
/** How much comes back. */
export const GIVE_BACKS: readonly GiveBack[] = ['none', 'half', 'most']

/** A shock while it is being chosen. */
export interface ShockDraft {
  readonly target: InstrumentId | typeof WHOLE_MARKET
  readonly direction: 'down' | 'up'
  readonly size: (typeof SIZES)[number]
  readonly minutes: (typeof MINUTES)[number]
  readonly givenBack: GiveBack
}

/** What the form opens with. */
export const FIRST_SHOCK: ShockDraft = {
  target: WHOLE_MARKET,
  direction: 'down',
  size: '10',
  minutes: '60',
  givenBack: 'half',
}

/** The shock as it is sent. */
export const shockMessage = ({ target, minutes, givenBack, ...draft }: ShockDraft): ShockMessage => ({
  instrument: target === WHOLE_MARKET ? null : target,
  move: moveText(draft),
  minutes: Number(minutes),
  givenBack,
})

/** The change of the price, a share of it, as a decimal number. */
export const moveText = ({ direction, size }: Pick<ShockDraft, 'direction' | 'size'>): string =>
  `${direction === 'down' ? '-' : ''}0.${size.padStart(2, '0')}`

/** How long the way takes in this round, milliseconds of the wall clock. */
export const lengthMs = (
  minutes: number,
  clock: { readonly tickMs: number; readonly marketMinutesPerTick: number },
): number => Math.ceil(minutes / clock.marketMinutesPerTick) * clock.tickMs
