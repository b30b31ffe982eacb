import { type JoinSeat, type RoundId, type SeatId, seatId } from '@cascade/engine'
import { PlayersWords } from './players-words.ts'
import type { RoundHost } from './round-host.ts'

/** Who sits where: the session says who, this says on which seat. */
export interface Place {
  readonly seat: SeatId
  /** Null when nobody knows it any more. */
  readonly name: string | null
  /** Null for automatic players. */
  readonly userId: string | null
}

/** The room around a round; a solo round has none. */
export interface RoomCard {
  readonly roomId: string
  readonly code: string | null
  readonly title: string
}

/** What is known about a round besides what happens in it. */
export interface RoundCard {
  readonly roundId: RoundId
  readonly hostUserId: string
  readonly room: RoomCard | null
}

/**
 * A round that this server holds: its host, its people, and the automatic players that wait for the start.
 */
export class LiveRound {
  readonly card: RoundCard
  readonly host: RoundHost
  /** What was published of the market before anybody joined. */
  readonly commitment: string
  /** The players' part in the market's key. */
  readonly words = new PlayersWords()
  /**
   * Joins of automatic players that are carried out when the round starts; until then they can be taken
   * back.
   */
  planned: readonly JoinSeat[] = []
  /** Whether the bell has rung, or a fault has stopped the round. */
  over = false
  readonly #places = new Map<SeatId, Place>()
  readonly #listeners = new Map<string, number>()
  /** Numbers of seats that were ever given: a seat that was taken back is never somebody else's. */
  readonly #numbersGiven = new Set<number>()

  constructor(card: RoundCard, { host, commitment }: { host: RoundHost; commitment: string }) {
    this.card = card
    this.host = host
    this.commitment = commitment
  }

  get id(): RoundId {
    return this.card.roundId
  }

  isHost(userId: string): boolean {
    return this.card.hostUserId === userId
  }

  get places(): readonly Place[] {
    return [...this.#places.values()]
  }

  seatOf(userId: string): SeatId | null {
    return this.places.find((place) => place.userId === userId)?.seat ?? null
  }

  /** Who sits where, beside the round, which knows seats only. */
  get names(): ReadonlyMap<SeatId, string> {
    return new Map(this.places.flatMap(({ seat, name }) => (name === null ? [] : [[seat, name] as const])))
  }

  /** Whether somebody sits under this name, or one that reads the same. */
  hasName(name: string): boolean {
    return this.places.some((place) => place.name !== null && sameName(place.name, name))
  }

  /** The first seat number that nobody has had. */
  nextSeat(): number {
    let number = 1
    while (this.#numbersGiven.has(number)) number += 1
    return number
  }

  /**
   * Keeps a place, from now on and before anything is written down: two tabs that join at once get one
   * seat.
   */
  keepPlace(place: Place): void {
    this.#places.set(place.seat, place)
    this.#numbersGiven.add(Number(place.seat.slice(1)))
  }

  givePlaceBack(seat: SeatId): void {
    this.#places.delete(seat)
  }

  /** Somebody listens, on one more connection. */
  enter(userId: string): void {
    this.#listeners.set(userId, (this.#listeners.get(userId) ?? 0) + 1)
  }

  leave(userId: string): void {
    const left = (this.#listeners.get(userId) ?? 1) - 1
    if (left > 0) this.#listeners.set(userId, left)
    else this.#listeners.delete(userId)
  }

  isPresent(userId: string): boolean {
    return this.#listeners.has(userId)
  }

  get isEmpty(): boolean {
    return this.#listeners.size === 0
  }
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** The name of the n-th seat. */
export const seatNumber = (number: number): SeatId => seatId(`s${number}`)
