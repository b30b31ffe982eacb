'use client'

import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { IntlProvider } from 'use-intl'
import { messages } from './index.ts'

/** Gives every component below it the catalogue and the language of the widgets' own words. */
export function MessagesProvider({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en" messages={messages} timeZone="UTC">
      <I18nProvider locale="en-US">{children}</I18nProvider>
    </IntlProvider>
  )
}
