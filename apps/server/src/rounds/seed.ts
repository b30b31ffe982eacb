import { randomBytes } from 'node:crypto'
import { type Seed, seed, seedFromText } from '@cascade/engine'

/** Gives every new round its chance. */
export type DrawSeed = () => Seed

/** 256 bits from the machine's own source. */
const drawSeed: DrawSeed = () => seed(randomBytes(32).toString('hex'))

/** Where seeds come from: chance, or in a test a text, so that a market can be known beforehand. */
export const seedSource = (testSeed: string | null): DrawSeed =>
  testSeed === null ? drawSeed : () => seedFromText(testSeed)
