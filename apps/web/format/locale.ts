/** The language of every number and date. */
export const LOCALE = 'en-US'

/** Replaces the hyphen that Intl writes by a minus sign, which is as wide as a plus. */
export const withMinus = (text: string): string => text.replaceAll('-', '\u2212')
