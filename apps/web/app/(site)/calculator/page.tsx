import type { Metadata } from 'next'
import { CalculatorPage } from '../../../features/calculator/calculator-page.tsx'
import { translate } from '../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('calculator.title') }

export default function Page() {
  return <CalculatorPage />
}
