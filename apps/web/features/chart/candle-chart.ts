import {
  CandlestickSeries,
  createChart,
  createSeriesMarkers,
  HistogramSeries,
  type IChartApi,
  type IPriceLine,
  type ISeriesApi,
  type ISeriesMarkersPluginApi,
  LineStyle,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts'
import { marketTime } from '../../format/market-time.ts'
import { decimalsOf, onIncrement } from '../../format/price.ts'
import type { ForcedLine, PriceLine } from '../../live/index.ts'
import { type Candle, candlesOf } from './candles.ts'
import { type ChartColors, chartColors, chartOptions, FORCED_SHARE, VOLUME_SHARE } from './chart-theme.ts'
import type { Flag } from './flags.ts'
import { ForcedStrip } from './forced-strip.ts'
import type { PriceMark } from './price-lines.ts'

/** What a candle chart shows of one instrument. */
export interface CandleSetting {
  readonly priceIncrement: number
  readonly ticksPerCandle: number
  readonly minutesPerTick: number
  /** The words at the price lines and at the flags. */
  readonly titles: { readonly [Kind in PriceMark['kind'] | Flag['kind']]: string }
}

/** A round that has just begun has few candles: they keep their width. */
const BARS_MIN = 60
const BARS_MAX = 120
/** Room at the right, in candles, for the newest to move into. */
const ROOM = 4

/** A candle chart with the own account's prices as lines. Lives as long as its element. */
export class CandleChart {
  readonly #chart: IChartApi
  readonly #series: ISeriesApi<'Candlestick'>
  readonly #flagged: ISeriesMarkersPluginApi<Time>
  /** Bars under the candles, made with the first volume: a market of written prices has none. */
  #volumes: ISeriesApi<'Histogram'> | null = null
  readonly #setting: CandleSetting
  readonly #lines = new Map<string, IPriceLine>()
  #colors: ChartColors
  #marks: readonly PriceMark[] = []
  #flags: readonly Flag[] = []
  #drawn = 0
  #forced: ForcedStrip | null = null

  constructor(element: HTMLElement, setting: CandleSetting) {
    this.#setting = setting
    this.#colors = chartColors()
    this.#chart = createChart(element, { ...chartOptions(this.#colors), autoSize: true })
    this.#series = this.#chart.addSeries(CandlestickSeries, { lastValueVisible: true })
    this.#flagged = createSeriesMarkers(this.#series, [])
    this.#chart.applyOptions({
      localization: {
        timeFormatter: (time: number) => marketTime(time * setting.minutesPerTick),
        priceFormatter: (price: number) => onIncrement(price, setting.priceIncrement),
      },
      timeScale: {
        tickMarkFormatter: (time: number) => marketTime(time * setting.minutesPerTick),
        rightOffset: ROOM,
      },
    })
    this.paint()
  }

  /** Draws the marks of all ticks so far; only the newest candle when no other has changed. */
  show(line: PriceLine): void {
    const candles = candlesOf(line, this.#setting.ticksPerCandle)
    const last = candles.at(-1)
    if (!last) return
    const isNext = this.#drawn > 0 && candles.length - this.#drawn <= 1
    const isFollowed = this.#drawn === 0 || this.#showsNewest()
    if (isNext) this.#series.update(barOf(last))
    else this.#series.setData(candles.map(barOf))
    this.#showVolumes(candles, isNext)
    if (candles.length !== this.#drawn && isFollowed) this.#follow(candles.length)
    this.#drawn = candles.length
  }

  /** Draws what was sold by force, in a strip under the candles. */
  showForced(line: ForcedLine): void {
    if (!this.#forced) {
      const { ticksPerCandle } = this.#setting
      this.#forced = new ForcedStrip(this.#chart, { ticksPerCandle, colors: this.#colors })
      this.#share()
    }
    this.#forced.show(line)
  }

  /** Draws the own account's prices. */
  mark(marks: readonly PriceMark[]): void {
    this.#marks = marks
    const wanted = new Set(marks.map(({ id }) => id))
    for (const [id, line] of this.#lines) {
      if (wanted.has(id)) continue
      this.#series.removePriceLine(line)
      this.#lines.delete(id)
    }
    for (const mark of marks) this.#drawLine(mark)
  }

  /** Marks moments above the candles that they fell into. Flags are only ever added. */
  flag(flags: readonly Flag[]): void {
    if (flags.length === this.#flags.length) return
    this.#flags = flags
    this.#drawFlags()
  }

  /** Takes the colours of the theme that is shown now. */
  paint(): void {
    this.#colors = chartColors()
    const { gain, loss } = this.#colors
    this.#chart.applyOptions(chartOptions(this.#colors))
    this.#series.applyOptions({
      upColor: gain,
      wickUpColor: gain,
      downColor: loss,
      wickDownColor: loss,
      borderVisible: false,
      priceFormat: {
        type: 'price',
        precision: decimalsOf(this.#setting.priceIncrement),
        minMove: this.#setting.priceIncrement,
      },
    })
    this.#volumes?.applyOptions({ color: this.#colors.edge })
    this.#share()
    for (const mark of this.#marks) this.#drawLine(mark)
    this.#drawFlags()
    this.#forced?.paint(this.#colors)
  }

  remove(): void {
    this.#chart.remove()
  }

  #showVolumes(candles: readonly Candle[], isNext: boolean): void {
    const last = candles.at(-1)
    if (this.#volumes && isNext && last) this.#volumes.update(volumeOf(last))
    else if (this.#volumes || candles.some(({ volume }) => volume > 0)) {
      this.#volumes ??= this.#addVolumes()
      this.#share()
      this.#volumes.setData(candles.map(volumeOf))
    }
  }

  #addVolumes(): ISeriesApi<'Histogram'> {
    return this.#chart.addSeries(HistogramSeries, {
      color: this.#colors.edge,
      priceScaleId: '',
      priceFormat: { type: 'volume' },
      lastValueVisible: false,
      priceLineVisible: false,
    })
  }

  /** Shares the height out: the candles, below them the volumes, at the bottom what was sold by force. */
  #share(): void {
    const forced = this.#forced ? FORCED_SHARE : 0
    const volumes = this.#volumes ? VOLUME_SHARE : 0
    this.#volumes?.priceScale().applyOptions({ scaleMargins: { top: 1 - forced - volumes, bottom: forced } })
    const below = forced + volumes
    if (below > 0)
      this.#series.priceScale().applyOptions({ scaleMargins: { top: 0.12, bottom: below + 0.04 } })
  }

  /** Whether the newest candle is in sight; a reader who looks at the past is left there. */
  #showsNewest(): boolean {
    const range = this.#chart.timeScale().getVisibleLogicalRange()
    return range === null || range.to >= this.#drawn - 1
  }

  #follow(count: number): void {
    const from = Math.max(0, count - BARS_MAX)
    const to = Math.max(count, BARS_MIN) + ROOM
    this.#chart.timeScale().setVisibleLogicalRange({ from, to })
  }

  #drawLine({ id, kind, price }: PriceMark): void {
    const options = {
      price,
      title: this.#setting.titles[kind],
      color: this.#colorOf(kind),
      lineWidth: 1 as const,
      lineStyle: kind === 'entry' ? LineStyle.Solid : LineStyle.Dashed,
      axisLabelVisible: true,
    }
    const drawn = this.#lines.get(id)
    if (drawn) drawn.applyOptions(options)
    else this.#lines.set(id, this.#series.createPriceLine(options))
  }

  #drawFlags(): void {
    const { titles, ticksPerCandle } = this.#setting
    this.#flagged.setMarkers(
      this.#flags.map(({ tick, kind }) => ({
        time: candleTime(Math.floor(tick / ticksPerCandle) * ticksPerCandle),
        position: 'aboveBar',
        shape: 'arrowDown',
        color: this.#colors.accent,
        text: titles[kind],
      })),
    )
  }

  #colorOf(kind: PriceMark['kind']): string {
    const { accent, danger, warn, gain, muted } = this.#colors
    return { entry: accent, liquidation: danger, stop: warn, 'take-profit': gain, limit: muted }[kind]
  }
}

/** The library takes seconds; ours are ticks, told apart by the formatters alone. */
const candleTime = (tick: number): UTCTimestamp => tick as UTCTimestamp

const barOf = ({ time, volume: _drawnBelow, ...prices }: Candle) => ({ time: candleTime(time), ...prices })

const volumeOf = ({ time, volume }: Candle) => ({ time: candleTime(time), value: volume })
