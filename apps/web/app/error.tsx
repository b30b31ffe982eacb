'use client'

import { PageFault } from '../features/shell/page-fault.tsx'

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <PageFault digest={error.digest} />
}
