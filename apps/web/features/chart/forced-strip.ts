import { HistogramSeries, type IChartApi, type ISeriesApi, type UTCTimestamp } from 'lightweight-charts'
import type { ForcedLine } from '../../live/index.ts'
import { type ChartColors, FORCED_SHARE } from './chart-theme.ts'
import { forcedBarsOf } from './forced-bars.ts'

const SCALE = 'forced'
/** Between the strip and the volumes above it, a share of the chart's height. */
const GAP = 0.02

/** A strip under the candles: how much was sold by force, or bought, while each lasted. */
export class ForcedStrip {
  readonly #series: ISeriesApi<'Histogram'>
  readonly #ticksPerCandle: number
  #colors: ChartColors
  #line: ForcedLine = { ticks: [], sold: [] }
  #drawn = -1

  constructor(
    chart: IChartApi,
    { ticksPerCandle, colors }: { readonly ticksPerCandle: number; readonly colors: ChartColors },
  ) {
    this.#ticksPerCandle = ticksPerCandle
    this.#colors = colors
    this.#series = chart.addSeries(HistogramSeries, {
      priceScaleId: SCALE,
      lastValueVisible: false,
      priceLineVisible: false,
    })
    this.#series.priceScale().applyOptions({ scaleMargins: { top: 1 - FORCED_SHARE + GAP, bottom: 0 } })
  }

  /** Draws all forced selling so far; nothing when nothing was added. */
  show(line: ForcedLine): void {
    if (line.ticks.length === this.#drawn) return
    this.#line = line
    this.#drawn = line.ticks.length
    const { danger, accent } = this.#colors
    this.#series.setData(
      forcedBarsOf(line, this.#ticksPerCandle).map(({ time, amount, side }) => ({
        time: time as UTCTimestamp,
        value: amount,
        color: side === 'sell' ? danger : accent,
      })),
    )
  }

  /** Takes the colours of the theme that is shown now. */
  paint(colors: ChartColors): void {
    this.#colors = colors
    this.#drawn = -1
    this.show(this.#line)
  }
}
