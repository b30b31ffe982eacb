import type { CommandId, PlayerCommand, SeatId } from '@cascade/engine'
import { z } from 'zod'
import { marginModeSchema } from './config.ts'
import { askedAmount, askedRate } from './decimal.ts'
import { instrumentName, orderName } from './name.ts'
import { askedOrder } from './order.ts'

type Anonymous<C> = C extends PlayerCommand ? Omit<C, 'seat' | 'id'> : never

/** What a player asks for, without saying who asks: the session says that. */
export type Intent = Anonymous<PlayerCommand>

/** A player's wish as it comes up the socket. */
export const intentSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('order.place'), order: askedOrder }),
  z.strictObject({ type: z.literal('order.cancel'), order: orderName }),
  z.strictObject({ type: z.literal('leverage.set'), instrument: instrumentName, leverage: askedRate }),
  z.strictObject({
    type: z.literal('margin-mode.set'),
    instrument: instrumentName,
    marginMode: marginModeSchema,
  }),
  z.strictObject({ type: z.literal('margin.transfer'), instrument: instrumentName, amount: askedAmount }),
]) satisfies z.ZodType<Intent>

/** A wish becomes a command when the server says whose it is and under which name it came. */
export const commandOf = (intent: Intent, from: { seat: SeatId; id: CommandId | null }): PlayerCommand => ({
  ...intent,
  ...from,
})
