import { randomBytes, randomInt } from 'node:crypto'
import { type RoundId, roundId } from '@cascade/engine'

/** Six digits that a person can read out. Not secret: guesses are counted. */
export const drawCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** A name that nobody can guess: whoever knows a round's address was given it. */
export const drawRoundId = (): RoundId => roundId(`r_${randomBytes(16).toString('hex')}`)

/** The same for a room. */
export const drawRoomId = (): string => `m_${randomBytes(16).toString('hex')}`

/** What a link carries. */
export const drawToken = (): string => randomBytes(24).toString('base64url')
