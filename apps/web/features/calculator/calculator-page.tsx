'use client'

import { useTranslations } from 'use-intl'
import { classNames } from '../../ui/class-names.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { AccountForm, FORM_ID } from './account-form.tsx'
import { AccountSummary } from './account-summary.tsx'
import { definitionOf } from './inputs.ts'
import { PositionComparisons } from './position-comparisons.tsx'
import { PriceSliders } from './price-sliders.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { problemsOf } from './problems.ts'
import { reportOf } from './report.ts'
import { TierTables } from './tier-tables.tsx'
import { useInputs } from './use-inputs.ts'

/** More tanks than this do not fit beside each other on a phone. */
const BESIDE_MAX = 3

/** The same positions in both margin modes: prices are dragged, and both accounts follow. */
export function CalculatorPage() {
  const t = useTranslations('calculator')
  const { inputs, link, isBroken, change, changePosition, reset } = useInputs()
  const { positions, cash } = inputs
  const isolated = reportOf(inputs, 'isolated')
  const cross = reportOf(inputs, 'cross')
  const home = () => change({ positions: positions.map((position) => ({ ...position, move: 0 })) })
  return (
    <div className="flex flex-col gap-4 sm:gap-6">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <PageTitle title={t('title')}>{t('lead')}</PageTitle>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={link} label={t('copy')} doneLabel={t('copied')} />
          <LinkButton href={`#${FORM_ID}`} className="lg:hidden">
            {t('edit')}
          </LinkButton>
        </div>
      </div>
      {isBroken && <ErrorNotice what={t('broken.what')} why={t('broken.why')} />}
      <ProblemNotice problems={problemsOf(inputs)} cash={cash} />
      <div className="grid items-start gap-4 sm:gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-4 sm:gap-6">
          <PriceSliders
            positions={positions}
            onMove={(index, move) => changePosition(index, { move })}
            onReset={home}
          />
          <div
            className={classNames(
              'grid gap-3 sm:gap-6',
              positions.length > BESIDE_MAX ? 'md:grid-cols-2' : 'grid-cols-2',
            )}
          >
            <AccountSummary inputs={inputs} report={isolated} />
            <AccountSummary inputs={inputs} report={cross} />
          </div>
          <PositionComparisons positions={positions} isolated={isolated} cross={cross} />
        </div>
        <AccountForm inputs={inputs} onChange={change} onChangePosition={changePosition} onReset={reset} />
      </div>
      <TierTables instruments={positions.map(({ instrument }) => definitionOf(instrument))} />
    </div>
  )
}
