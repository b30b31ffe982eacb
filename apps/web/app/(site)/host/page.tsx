import type { Metadata } from 'next'
import { HostSetup } from '../../../features/host/host-setup.tsx'
import { translate } from '../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('host.title') }

export default function Page() {
  return <HostSetup />
}
