import './globals.css'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Providers } from '../features/shell/providers.tsx'
import { translate } from '../messages/translator.ts'

/** Every page is made for its request, because its scripts carry that request's nonce. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: translate('common.title'), template: `%s · ${translate('common.name')}` },
  description: translate('common.description'),
  applicationName: translate('common.name'),
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: dark)', color: '#10151b' },
    { media: '(prefers-color-scheme: light)', color: '#f4f6f8' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      dir="ltr"
      data-theme="dark"
      data-profit="green-red"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <head>
        <script src="/first.js" />
      </head>
      <body className="font-sans">
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
