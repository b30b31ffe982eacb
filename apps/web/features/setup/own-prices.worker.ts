import { readOwnPrices } from './own-prices.ts'

/** Reads files of prices away from the page: the largest takes a second. */
self.onmessage = ({ data }: MessageEvent<string>) => self.postMessage(readOwnPrices(data))
