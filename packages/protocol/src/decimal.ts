import { type Money, money, price, quantity, rate, size } from '@cascade/engine'
import { z } from 'zod'

/**
 * What a person may send: at most twelve digits and eight decimals, no sign, no exponent, nothing around it.
 */
const ASKED = /^(0|[1-9]\d{0,11})(\.\d{1,8})?$/
/** The same with a sign, where a sign means something. Minus zero is nothing. */
const ASKED_SIGNED = /^(?!-0(\.0*)?$)-?(0|[1-9]\d{0,11})(\.\d{1,8})?$/
/** What the engine writes down: exact products and quotients of sixty digits, never an exponent. */
const KEPT = /^(?!-0(\.0*)?$)-?(0|[1-9]\d{0,79})(\.\d{1,120})?$/

const ASKED_TEXT = 'must be a plain number with at most 12 digits and 8 decimals, such as 1250.5'

// The pattern runs before any decimal is built: a number with a million digits would block the process for
// minutes.
const asked = z.string().max(21, ASKED_TEXT).regex(ASKED, ASKED_TEXT)
const askedSigned = z.string().max(22, ASKED_TEXT).regex(ASKED_SIGNED, ASKED_TEXT)
const kept = z.string().max(202).regex(KEPT, 'must be a plain decimal number')

/** A quantity as a player sends it, units of the instrument. */
export const askedQuantity = asked.transform(quantity)
/** A price as a player sends it, simulated dollars per unit. */
export const askedPrice = asked.transform(price)
/** A rate or leverage as a player sends it, a pure number. */
export const askedRate = asked.transform(rate)
/** A share with a sign as a host sends it, a pure number. */
export const askedSignedRate = askedSigned.transform(rate)
/** An amount of money as a host sends it, simulated dollars, not negative. */
export const askedMoney = asked.transform((text): Money => money(text))
/** An amount of money with a sign as a player sends it, simulated dollars. */
export const askedAmount = askedSigned.transform((text): Money => money(text))

/** Money as the engine writes it, simulated dollars, exact. */
export const moneySchema = kept.transform((text): Money => money(text))
/** A price as the engine writes it, simulated dollars per unit. */
export const priceSchema = kept.transform(price)
/** An unsigned quantity as the engine writes it, units. */
export const quantitySchema = kept.transform(quantity)
/** A signed size as the engine writes it, units, positive when long. */
export const sizeSchema = kept.transform(size)
/** A rate or leverage as the engine writes it, a pure number. */
export const rateSchema = kept.transform(rate)
