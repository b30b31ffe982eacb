import { instrumentId } from '@cascade/engine'
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { messages } from '../../messages/index.ts'
import { type Cast, type Happening, sentenceOf } from './sentence.ts'

const t = createTranslator({ locale: 'en', messages, namespace: 'trade' })
const cast: Cast = { own: null, nameOf: String, increments: new Map() }
const BTC = instrumentId('BTC')

test.each<[Happening, string]>([
  [
    { kind: 'news', tick: 3, headline: 'A large exchange stops all withdrawals' },
    'News: A large exchange stops all withdrawals',
  ],
  [{ kind: 'shocked', tick: 3, instrument: null, shock: null }, 'A shock hits the whole market.'],
  [{ kind: 'shocked', tick: 3, instrument: BTC, shock: null }, 'A shock hits BTC.'],
  [
    { kind: 'shocked', tick: 3, instrument: BTC, shock: { move: 0.05, minutes: 15, givenBack: 'none' } },
    'A shock moved BTC by +5% in 15 market minutes.',
  ],
  [
    { kind: 'shocked', tick: 3, instrument: null, shock: { move: -0.2, minutes: 60, givenBack: 'most' } },
    'A shock moved the whole market by −20% in 60 market minutes; most of it came back.',
  ],
])('what a host did is told: %j', (event, sentence) => {
  expect(sentenceOf(event, { t, cast, why: () => '' })).toBe(sentence)
})
