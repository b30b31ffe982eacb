'use client'

import './globals.css'
import { PageFault } from '../features/shell/page-fault.tsx'
import { MessagesProvider } from '../messages/provider.tsx'

/** Stands in for the whole document when even the layout broke, so it brings its own. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" dir="ltr" data-theme="dark">
      <body className="font-sans">
        <MessagesProvider>
          <PageFault digest={error.digest} />
        </MessagesProvider>
      </body>
    </html>
  )
}
