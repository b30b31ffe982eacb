'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslations } from 'use-intl'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** Set for questions that need an answer: a press outside does not close it. */
  isQuestion?: boolean
  children: ReactNode
  className?: string
}

/** A window over the page: in the middle of a large screen, a sheet at the bottom of a phone. */
export function Dialog({ title, isOpen, onClose, isQuestion = false, children, className }: DialogProps) {
  const t = useTranslations('common')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isQuestion}
      className="fixed inset-0 z-50 flex animate-appear items-end justify-center bg-shade sm:items-center sm:p-6"
    >
      <Modal
        className={classNames(
          'max-h-[92dvh] w-full animate-rise overflow-y-auto rounded-t-2xl bg-raised',
          'pb-[env(safe-area-inset-bottom)] shadow-2xl sm:max-w-lg sm:rounded-2xl',
          className,
        )}
      >
        <AriaDialog
          role={isQuestion ? 'alertdialog' : 'dialog'}
          className="flex flex-col gap-4 p-4 outline-none sm:p-6"
        >
          <header className="flex items-start gap-3">
            <Heading slot="title" className="min-w-0 flex-1 pt-1.5 text-xl font-semibold tracking-tight">
              {title}
            </Heading>
            <IconButton label={t('close')} onPress={onClose} className="-me-2">
              <X size={20} aria-hidden />
            </IconButton>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
