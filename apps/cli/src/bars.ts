import { type FeedConfig, openFeed, type Price, type Seed, stepFeed } from '@cascade/engine'

interface Bar {
  open: Price
  high: Price
  low: Price
  close: Price
  volume: number
}

/**
 * The market as lines of CSV. A bar begins where the one before it ended, so its range holds the whole way of
 * the price; its time is that of its beginning, in market seconds.
 */
export function* barLines(
  config: FeedConfig,
  { seed, ticksPerBar }: { readonly seed: Seed; readonly ticksPerBar: number },
): Generator<string> {
  yield 'time,instrument,open,high,low,close,volume'
  const seconds = config.clock.marketMinutesPerTick * 60
  let feed = openFeed(config, seed)
  let last: readonly Price[] = config.instruments.map(({ openingPrice }) => openingPrice)
  for (let tick = 0; tick < config.clock.ticks; tick += ticksPerBar) {
    const bars = last.map(fresh)
    for (let step = 0; step < ticksPerBar; step += 1) {
      const { state, marks, volumes } = stepFeed(config, seed, feed)
      feed = state
      for (const [index, bar] of bars.entries()) widen(bar, marks[index] ?? bar.close, volumes[index] ?? 0)
    }
    last = bars.map(({ close }) => close)
    const time = Math.round(tick * seconds * 1000) / 1000
    for (const [index, bar] of bars.entries()) yield `${time},${config.instruments[index]?.id},${textOf(bar)}`
  }
}

const fresh = (price: Price): Bar => ({ open: price, high: price, low: price, close: price, volume: 0 })

function widen(bar: Bar, mark: Price, volume: number): void {
  if (mark.gt(bar.high)) bar.high = mark
  if (mark.lt(bar.low)) bar.low = mark
  bar.close = mark
  bar.volume += volume
}

const textOf = ({ open, high, low, close, volume }: Bar): string =>
  [open.toFixed(), high.toFixed(), low.toFixed(), close.toFixed(), Math.round(volume * 1000) / 1000].join(',')
