import { money, rate, STANDARD_RULES } from '@cascade/engine'
import {
  askedAmount,
  askedMoney,
  askedPrice,
  askedQuantity,
  askedRate,
  instrumentName,
  marginModeSchema,
  modePolicySchema,
  orderName,
  seatName,
} from '@cascade/protocol'
import { z } from 'zod'
import { asked } from '../numbers.ts'
import { namedRules } from '../rule-set.ts'
import { instrumentSchema } from './instrument.ts'

const STEPS_MAX = 100_000
const TICKS_MAX = 100_000
const STARTING_CASH = money(1000)

const rulesSchema = namedRules({
  modePolicy: modePolicySchema.exactOptional(),
  defaultMode: marginModeSchema.exactOptional(),
  defaultLeverage: asked(askedRate).exactOptional(),
  leverageMax: asked(askedRate).exactOptional(),
  takerFeeRate: asked(askedRate).exactOptional(),
  makerFeeRate: asked(askedRate).exactOptional(),
  closingFeeRate: asked(askedRate).exactOptional(),
  crossPolicy: z.enum(['all-at-once', 'largest-first']).exactOptional(),
  lossPolicy: z.enum(['house-loss', 'auto-deleveraging', 'socialised-loss']).exactOptional(),
  switching: z.enum(['when-flat', 'with-position']).exactOptional(),
  funding: z
    .strictObject({ everyTicks: z.int().min(1), rate: asked(askedAmount).transform(rate) })
    .nullable()
    .exactOptional(),
  insuranceFund: asked(askedMoney).exactOptional(),
  wipedBelow: asked(askedMoney).exactOptional(),
})

const trade = { seat: seatName, instrument: instrumentName }

const orderStep = z.strictObject({
  ...trade,
  side: z.enum(['buy', 'sell']),
  type: z.enum(['market', 'limit', 'stop', 'take-profit']).default('market'),
  quantity: asked(askedQuantity),
  limitPrice: asked(askedPrice).nullable().default(null),
  triggerPrice: asked(askedPrice).nullable().default(null),
  reduceOnly: z.boolean().default(false),
})

const KINDS = 'order, cancel, leverage, marginMode, transfer, marks, ticks, accounts, bell'

const stepSchema = z
  .strictObject({
    order: orderStep.exactOptional(),
    cancel: z.strictObject({ seat: seatName, order: orderName }).exactOptional(),
    leverage: z.strictObject({ ...trade, leverage: asked(askedRate) }).exactOptional(),
    marginMode: z.strictObject({ ...trade, marginMode: marginModeSchema }).exactOptional(),
    transfer: z.strictObject({ ...trade, amount: asked(askedAmount) }).exactOptional(),
    /** The next tick. Marks that are not named stay. */
    marks: z
      .record(z.string(), asked(askedPrice))
      .transform((marks) => new Map(Object.entries(marks)))
      .exactOptional(),
    /** So many ticks with the next marks of the file of prices. */
    ticks: z.int().min(1).max(TICKS_MAX).exactOptional(),
    /** Shows the accounts as they stand now. */
    accounts: z.literal(true).exactOptional(),
    bell: z.literal(true).exactOptional(),
  })
  .refine((step) => Object.keys(step).length === 1, `must be exactly one of ${KINDS}`)

const fields = z.strictObject({
  rules: rulesSchema.default({ preset: 'classroom' }),
  instruments: z.array(instrumentSchema).min(1, 'must name at least one instrument').max(50),
  startingCash: asked(askedMoney).default(STARTING_CASH),
  seats: z.array(seatName).min(1, 'must name at least one seat').max(1000),
  steps: z.array(stepSchema).max(STEPS_MAX),
})

/** A script as it is given to `cascade run`. */
export const scriptSchema = fields.transform(coherent)

/** Names that are there twice, marks of something that is not: seen only once every field is right. */
function coherent(script: z.output<typeof fields>, context: z.RefinementCtx): z.output<typeof fields> {
  const { rules, instruments, seats, steps } = script
  const say = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message })
  const { defaultLeverage, leverageMax = STANDARD_RULES.leverageMax } = rules
  if (defaultLeverage && (defaultLeverage.lt(1) || defaultLeverage.gt(leverageMax))) {
    say(
      ['rules', 'defaultLeverage'],
      `must be at least 1 and at most ${leverageMax.toFixed()}, the leverageMax`,
    )
  }
  const names: readonly string[] = instruments.map(({ id }) => id)
  for (const index of repeated(names)) say(['instruments', index], `${names[index]} is there already`)
  for (const index of repeated(seats)) say(['seats', index], `${seats[index]} sits there already`)
  for (const [index, { marks }] of steps.entries()) {
    for (const name of marks?.keys() ?? []) {
      if (names.includes(name)) continue
      say(['steps', index, 'marks', name], `is no instrument of this script; there are ${names.join(', ')}`)
    }
  }
  return script
}

const repeated = (names: readonly string[]): readonly number[] =>
  [...names.keys()].filter((index) => names.indexOf(names[index] ?? '') < index)

/** A script, read. */
export type Script = z.output<typeof scriptSchema>
/** One thing that a script asks for. */
export type Step = Script['steps'][number]
