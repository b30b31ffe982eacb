/** A headline that everybody was shown, at a tick. */
export interface News {
  readonly tick: number
  readonly headline: string
}

/** Characters of a headline at most. */
export const HEADLINE_MAX = 120
/** How many headlines a round bears. */
export const NEWS_MAX = 20

/** Letters, marks, digits, punctuation and symbols of every script; no control, bidi or invisible sign. */
const READABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u
/** Letters of some languages carry two marks; a tower of them covers its neighbours. */
const TOWER = /\p{M}{3}/u

/** Whether a text can stand as a headline: readable, trimmed, and neither empty nor too long. */
export const isHeadline = (text: string): boolean =>
  text.trim() === text && [...text].length <= HEADLINE_MAX && READABLE.test(text) && !TOWER.test(text)
