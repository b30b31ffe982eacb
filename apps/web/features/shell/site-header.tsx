'use client'

import { Menu, SunMoon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Appearance } from './appearance.tsx'

const LINKS = [
  { id: 'solo', href: '/solo' },
  { id: 'host', href: '/host' },
  { id: 'learn', href: '/learn' },
  { id: 'calculator', href: '/calculator' },
  { id: 'leaderboard', href: '/leaderboard' },
  { id: 'replays', href: '/replays' },
] as const

/** The mark and the way to every part of the site. */
export function SiteHeader() {
  const t = useTranslations('common')
  const path = usePathname()
  const [open, setOpen] = useState<'menu' | 'appearance' | null>(null)
  return (
    <header className="mx-auto flex h-16 w-full max-w-6xl items-center gap-2 px-4 sm:px-6">
      <Link
        href="/"
        className="flex min-h-11 items-center gap-2.5 rounded-lg pe-2 text-lg font-semibold tracking-tight"
      >
        <Mark className="text-accent" />
        {t('name')}
      </Link>
      <nav aria-label={t('nav.label')} className="ms-4 hidden items-center md:flex">
        {LINKS.map((link) => (
          <NavLink key={link.id} href={link.href} isHere={path.startsWith(link.href)}>
            {t(`nav.${link.id}`)}
          </NavLink>
        ))}
      </nav>
      <span className="flex-1" />
      <IconButton
        label={t('appearance.title')}
        onPress={() => setOpen('appearance')}
        className="max-md:hidden"
      >
        <SunMoon size={20} aria-hidden />
      </IconButton>
      <IconButton label={t('menu')} onPress={() => setOpen('menu')} className="-me-2 md:hidden">
        <Menu size={22} aria-hidden />
      </IconButton>
      <Dialog
        title={open === 'menu' ? t('menu') : t('appearance.title')}
        isOpen={open !== null}
        onClose={() => setOpen(null)}
      >
        {open === 'menu' && (
          <nav aria-label={t('nav.label')} className="-mx-3 flex flex-col">
            {LINKS.map((link) => (
              <NavLink
                key={link.id}
                href={link.href}
                isHere={path.startsWith(link.href)}
                onChosen={() => setOpen(null)}
              >
                {t(`nav.${link.id}`)}
              </NavLink>
            ))}
          </nav>
        )}
        <Appearance />
      </Dialog>
    </header>
  )
}

interface NavLinkProps {
  href: string
  isHere: boolean
  onChosen?: () => void
  children: string
}

function NavLink({ href, isHere, onChosen, children }: NavLinkProps) {
  return (
    <Link
      href={href}
      {...(onChosen ? { onClick: onChosen } : {})}
      aria-current={isHere ? 'page' : undefined}
      className={classNames(
        'flex min-h-11 items-center rounded-lg px-3 font-medium transition-colors',
        'hover:bg-hover hover:text-text',
        isHere ? 'text-text' : 'text-muted',
      )}
    >
      {children}
    </Link>
  )
}
