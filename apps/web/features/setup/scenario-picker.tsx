'use client'

import { SCENARIOS } from '@cascade/engine'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { useTranslations } from 'use-intl'
import { classNames } from '../../ui/class-names.ts'
import { FIELD_HELP, FIELD_LABEL } from '../../ui/field-style.ts'
import { useScenarioWords } from '../shell/scenario-words.ts'
import { ScenarioFan } from './scenario-fan.tsx'
import { useFanPictures } from './use-fan-pictures.ts'

interface ScenarioPickerProps {
  value: string
  onChange: (scenario: string) => void
}

/** One of the markets there are, each with a picture of where its prices go. */
export function ScenarioPicker({ value, onChange }: ScenarioPickerProps) {
  const t = useTranslations('setup.market')
  const words = useScenarioWords()
  const pictures = useFanPictures()
  const chosen = words(value)
  return (
    <RadioGroup value={value} onChange={onChange} className="flex flex-col gap-2">
      <Label className={FIELD_LABEL}>{t('scenario')}</Label>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {SCENARIOS.map(({ id }) => (
          <Radio
            key={id}
            value={id}
            className={classNames(
              'flex min-w-0 cursor-pointer flex-col gap-1.5 rounded-xl border border-line bg-field p-2.5',
              'text-sm font-medium text-muted transition-colors hover:border-edge',
              'selected:border-accent selected:bg-accent/10 selected:text-text',
            )}
          >
            <span className="truncate">{words(id).title}</span>
            <ScenarioFan picture={pictures.get(id)} />
          </Radio>
        ))}
        <Text
          slot="description"
          className={classNames(FIELD_HELP, 'col-span-full min-h-15 self-center sm:col-span-3 sm:px-2')}
        >
          {chosen.text} {chosen.expect}
        </Text>
      </div>
    </RadioGroup>
  )
}
