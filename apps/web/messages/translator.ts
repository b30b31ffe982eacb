import { createTranslator } from 'use-intl/core'
import { messages } from './index.ts'

/** The catalogue for places outside the component tree, such as page titles. */
export const translate = createTranslator({ locale: 'en', messages })
