import { LOCALE } from './locale.ts'

const all = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

/** Things in a sentence: `BTC, ETH, and SOL`. */
export const list = (things: readonly string[]): string => all.format(things)
