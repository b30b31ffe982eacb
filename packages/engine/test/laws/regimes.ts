import { money, presetRules, RULE_PRESETS, type Rules, rate } from '../../src/index.ts'

/** A name for a set of money rules under which a law must hold. */
export interface Regime {
  readonly name: string
  readonly rules: Partial<Rules>
}

const LEVERED: Partial<Rules> = { leverageMax: rate(20), defaultLeverage: rate(20) }

/** Every set of rules that a host can choose, as sharp as the caps allow. */
const presets: readonly Regime[] = RULE_PRESETS.map(({ id, title }) => ({
  name: title,
  rules: { ...presetRules(id, 30), ...LEVERED },
}))

/** Who bears a loss when there is no fund at all, under either policy for cross accounts. */
export const lossRegimes: readonly Regime[] = [
  {
    name: 'nobody but the house, all at once',
    rules: { ...LEVERED, insuranceFund: money(0), lossPolicy: 'house-loss' },
  },
  {
    name: 'winners, all at once, with a dear close',
    rules: {
      ...LEVERED,
      insuranceFund: money(0),
      lossPolicy: 'auto-deleveraging',
      closingFeeRate: rate('0.01'),
    },
  },
  {
    name: 'winners, largest first, with dear funding',
    rules: {
      ...LEVERED,
      insuranceFund: money(0),
      lossPolicy: 'auto-deleveraging',
      crossPolicy: 'largest-first',
      funding: { everyTicks: 2, rate: rate('0.002') },
    },
  },
  {
    name: 'everyone in profit, largest first, positions change their mode',
    rules: {
      ...LEVERED,
      insuranceFund: money(0),
      lossPolicy: 'socialised-loss',
      crossPolicy: 'largest-first',
      switching: 'with-position',
    },
  },
]

/** All of them. */
export const regimes: readonly Regime[] = [...presets, ...lossRegimes]
