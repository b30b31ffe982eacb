import { INSTRUMENTS } from '@cascade/engine'
import { encode } from '@cascade/protocol'
import { readPriceFile } from '@cascade/protocol/price-file'

// A process of its own: it reads the one text that it is sent, says what it found, and ends.
process.once('message', (text) => {
  const reading = readPriceFile(String(text), { known: INSTRUMENTS, wanted: null })
  process.send?.(encode(reading), () => process.disconnect())
})
