/**
 * Fails when our own code is wrong, naming what should have been true. It ends the round it happens in, never
 * the server.
 */
export function assert(condition: boolean, shouldHold: string): asserts condition {
  if (!condition) throw new Fault(shouldHold)
}

/** Gives the value back, or fails naming what should have been true of it. */
export function known<T>(value: T | null | undefined, shouldHold: string): T {
  assert(value !== null && value !== undefined, shouldHold)
  return value
}

/** A bug in the engine itself: an assertion that did not hold. Never thrown for bad input. */
export class Fault extends Error {
  override readonly name = 'Fault'
}
