import type { Metadata } from 'next'
import { SoloSetup } from '../../../features/solo/solo-setup.tsx'
import { translate } from '../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('setup.solo.title') }

export default function Page() {
  return <SoloSetup />
}
