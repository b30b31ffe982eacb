import { readFile } from 'node:fs/promises'
import type { Reading } from '@cascade/protocol'
import { type PriceFile, type PriceFileWishes, readPriceFile } from '@cascade/protocol/price-file'

/** The prices of a file on this machine, or every reason why there are none. */
export async function pricesFrom(file: string, wishes: PriceFileWishes): Promise<Reading<PriceFile>> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return { ok: false, problems: ['the file cannot be read'] }
  return readPriceFile(text, wishes)
}
