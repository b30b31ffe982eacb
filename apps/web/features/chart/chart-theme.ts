import { type ChartOptions, ColorType, CrosshairMode, type DeepPartial, LineStyle } from 'lightweight-charts'

/** The tokens a canvas needs as plain colours: it knows no custom properties. */
export interface ChartColors {
  readonly raised: string
  readonly line: string
  readonly edge: string
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly gain: string
  readonly loss: string
  readonly danger: string
  readonly warn: string
  readonly cross: string
  readonly isolated: string
}

const TOKENS = [
  'raised',
  'line',
  'edge',
  'text',
  'muted',
  'accent',
  'gain',
  'loss',
  'danger',
  'warn',
  'cross',
  'isolated',
] as const

/** The colours of the theme that is shown right now. */
export function chartColors(): ChartColors {
  const style = getComputedStyle(document.documentElement)
  const entries = TOKENS.map(
    (token) => [token, style.getPropertyValue(`--${token}`).trim() || '#888888'] as const,
  )
  return Object.fromEntries(entries) as Record<(typeof TOKENS)[number], string>
}

/** Calls back when the theme or the colours of gains and losses change; the answer stops it. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-profit'] })
  return () => observer.disconnect()
}

/** How much of a chart's height the volumes take, at its lower edge. */
export const VOLUME_SHARE = 0.16
/** How much the strip of forced selling takes below them, where there is one, with the gap between. */
export const FORCED_SHARE = 0.1

/** What every chart of the product looks like. */
export const chartOptions = (colors: ChartColors): DeepPartial<ChartOptions> => ({
  layout: {
    background: { type: ColorType.Solid, color: 'transparent' },
    textColor: colors.muted,
    fontFamily: getComputedStyle(document.body).fontFamily,
    fontSize: 12,
  },
  grid: {
    vertLines: { visible: false },
    horzLines: { color: colors.line, style: LineStyle.Dotted },
  },
  rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.12, bottom: 0.1 } },
  timeScale: { borderVisible: false, fixLeftEdge: true, shiftVisibleRangeOnNewBar: false },
  crosshair: {
    mode: CrosshairMode.Magnet,
    vertLine: { color: colors.edge, labelBackgroundColor: colors.edge },
    horzLine: { color: colors.edge, labelBackgroundColor: colors.edge },
  },
  handleScale: { mouseWheel: false },
  handleScroll: { mouseWheel: false, vertTouchDrag: false },
})
