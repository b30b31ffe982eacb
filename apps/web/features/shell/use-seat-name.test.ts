import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { messages } from '../../messages/index.ts'
import { useSeatName } from './use-seat-name.ts'

const Called = ({ name }: { name: string | null | undefined }) => useSeatName()('s3', name)

test.each([
  ['Quick Fox', 'Quick Fox'],
  ['', 'Seat 3'],
  [null, 'Seat 3'],
  [undefined, 'Seat 3'],
])('a seat with the name %j is called %s', (name, called) => {
  const children = createElement(Called, { name })
  const page = createElement(IntlProvider, { locale: 'en', timeZone: 'UTC', messages, children })
  expect(renderToStaticMarkup(page)).toBe(called)
})
