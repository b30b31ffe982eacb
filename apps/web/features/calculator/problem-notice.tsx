'use client'

import { useTranslations } from 'use-intl'
import { list } from '../../format/list.ts'
import { wholeMoney } from '../../format/money.ts'
import type { Problem } from './problems.ts'

/** What a round would refuse about these positions, in words. */
export function ProblemNotice({ problems, cash }: { problems: readonly Problem[]; cash: number }) {
  const t = useTranslations('calculator.problems')
  if (problems.length === 0) return null
  return (
    <div role="status" className="flex flex-col gap-1 rounded-xl bg-warn/10 p-4">
      {problems.map((problem) => (
        <p key={problem.kind} className="text-warn">
          {problem.kind === 'cash'
            ? t('cash', { needed: wholeMoney(problem.needed), cash: wholeMoney(cash) })
            : t('leverage', { names: list(problem.instruments), count: problem.instruments.length })}
        </p>
      ))}
    </div>
  )
}
