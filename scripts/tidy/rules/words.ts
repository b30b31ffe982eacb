// tidy: word because this file names the words it bans
import type { Finding } from '../finding.ts'
import { isTest, lineAt, type Source, workspaceOf } from '../source.ts'

interface BannedWord {
  readonly pattern: RegExp
  readonly why: string
  readonly instead: string
}

const time = 'the engine knows no clock: the same commands must give the same round at any hour'
const chance = 'chance that is not in the state cannot be replayed'
const floats =
  'browsers and Node versions disagree on the last bit of this function, and a replay would differ'
const place = 'two machines with different languages would order or print it differently'
const outside = 'a pure package knows no outside: it runs in Node, in the browser and in a worker alike'
const waiting = 'a tick is one transaction: while it waits, something else could change the round'

/** Packages that give the same answer anywhere, at any time. */
const pure = new Set(['engine', 'review', 'players'])

const inPure: readonly BannedWord[] = [
  { pattern: /\bDate\b/g, why: time, instead: 'take the tick or the time as an argument' },
  { pattern: /\bperformance\.now\b/g, why: time, instead: 'measure from outside' },
  {
    pattern: /\bset(?:Timeout|Interval|Immediate)\b/g,
    why: time,
    instead: 'let the caller advance the clock',
  },
  { pattern: /\bMath\.random\b/g, why: chance, instead: 'draw from the stream in random/' },
  { pattern: /\bcrypto\.\w+/g, why: chance, instead: 'take the seed as an argument' },
  { pattern: /\bIntl\b|\.toLocale\w+/g, why: place, instead: 'return the number; apps/web/format prints it' },
  { pattern: /\.localeCompare\b/g, why: place, instead: 'compare with < and >' },
  { pattern: /\basync\b|\bawait\b|\bPromise\b/g, why: waiting, instead: 'return a value; the caller waits' },
  { pattern: /\bconsole\.\w+/g, why: outside, instead: 'return it, or assert it' },
  {
    pattern: /\bglobalThis\b|\bwindow\.(?:document|location|\w+Storage)\b/g,
    why: outside,
    instead: 'take it as an argument',
  },
  {
    pattern: /\bprocess\.(?:env|argv|exit|std\w+|on|cwd|pid|hrtime|nextTick)\b/g,
    why: outside,
    instead: 'take it as an argument',
  },
]

/** Where a last bit decides: what the engine computes and what its players answer. */
const exact = new Set(['engine', 'players'])

/** What IEEE 754 or the language pins down to the last bit; `random` is banned with the clocks. */
const reproducible = 'abs ceil floor round trunc min max sign sqrt imul clz32 fround random'.split(' ')

const inExact: readonly BannedWord[] = [
  {
    pattern: new RegExp(`\\bMath\\.(?!(?:${reproducible.join('|')})\\b)\\w+`, 'g'),
    why: floats,
    instead: 'use @stdlib, which computes in JavaScript, or Decimal',
  },
  { pattern: /\*\*/g, why: floats, instead: 'multiply, or use Decimal.pow with a whole exponent' },
]

const everywhere: readonly BannedWord[] = [
  {
    pattern: /[:<|&,(=]\s*any\b(?!\s*[(:.])|\bas\s+any\b|\bany\[\]/g,
    why: '`any` turns the compiler off for everything it touches',
    instead: 'name the type; what comes from outside is `unknown` until it is parsed',
  },
  {
    pattern: /\blocaleCompare\(\s*\w+\s*\)/g,
    why: 'the order would depend on the language of the machine',
    instead: 'compare with < and >, or pass the locale',
  },
]

const inComments: BannedWord = {
  pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/g,
  why: 'a promise in a comment is kept by nobody',
  instead: 'do it now, or leave it',
}

/** Words that a floor does not know, with the reason it gave them up. */
export function words(source: Source): readonly Finding[] {
  const workspace = workspaceOf(source.path) ?? ''
  const core = !isTest(source.path) && source.path.includes('/src/')
  const banned = [
    ...(core && pure.has(workspace) ? inPure : []),
    ...(core && exact.has(workspace) ? inExact : []),
    ...everywhere,
  ]
  return [
    ...banned.flatMap((word) => occurrences(source, word, source.code)),
    ...occurrences(source, inComments, source.text),
  ]
}

const occurrences = (source: Source, word: BannedWord, text: string): readonly Finding[] =>
  [...text.matchAll(word.pattern)].map((match) => ({
    rule: 'word',
    path: source.path,
    line: lineAt(text, match.index),
    found: `\`${match[0].trim()}\``,
    why: word.why,
    instead: word.instead,
  }))
