import { countWords, digestOfCommitments, type Seat, type WordCount, wordsCommitted } from '@cascade/engine'

/** What a reader has kept of the own word. */
export interface KeptWord {
  readonly word: string
  /** One digest over all that players had given when the word was revealed; null when it never was. */
  readonly given: string | null
}

/** What a record says of the players' part in its market's key. */
export interface WordsTold extends WordCount {
  /** Whether the reader's own word is in the key; none when the reader kept no word for this round. */
  readonly own: 'in' | 'missing' | 'none'
  /**
   * Whether the record lists other digests than the reader was shown when revealing: then one of them may
   * have been given by somebody who knew a word.
   */
  readonly isListChanged: boolean
}

/** Compares the players' words of a round that was read with what the reader has kept. */
export function tellWords(seats: Iterable<Seat>, kept: KeptWord | null): WordsTold {
  const all = [...seats]
  const listed = digestOfCommitments(wordsCommitted(all))
  return {
    ...countWords(all),
    own: kept === null ? 'none' : whereIs(kept.word, all),
    isListChanged: (kept?.given ?? listed) !== listed,
  }
}

const whereIs = (own: string, seats: readonly Seat[]): WordsTold['own'] =>
  seats.some(({ word }) => word === own) ? 'in' : 'missing'
