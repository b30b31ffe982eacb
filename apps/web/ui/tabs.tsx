'use client'

import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { classNames } from './class-names.ts'

export interface TabView<Id extends string> {
  id: Id
  label: ReactNode
  content: ReactNode
}

interface TabsProps<Id extends string> {
  label: string
  tabs: readonly TabView<Id>[]
  value?: Id
  onChange?: (id: Id) => void
  className?: string
}

/** Several views in one place, one at a time. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  const choose = (key: unknown) => {
    const tab = tabs.find((candidate) => candidate.id === key)
    if (tab) onChange?.(tab.id)
  }
  return (
    <AriaTabs
      {...(value === undefined ? {} : { selectedKey: value })}
      onSelectionChange={choose}
      className={classNames('flex flex-col gap-4', className)}
    >
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className={classNames(
              '-mb-px flex min-h-11 shrink-0 cursor-pointer items-center gap-2',
              'border-b-2 border-transparent px-3',
              'font-medium text-muted transition-colors hover:text-text',
              'selected:border-accent selected:text-text',
            )}
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="outline-none">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
