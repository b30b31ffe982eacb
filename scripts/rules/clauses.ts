import { lineAt } from '../tidy/source.ts'

/** A text file with its path from the root. */
export interface Document {
  readonly path: string
  readonly text: string
}

/** The number of a rule, and where it is written or named. */
export interface Clause {
  readonly id: string
  readonly path: string
  readonly line: number
}

/** A clause begins its heading, list item, paragraph or table row with its number in bold. */
const clause = /^(?:#+ +|[-*] +|\d+\. +|\| *)?\*\*([A-Z]{3,5}-\d{3})\*\*/gm

/** The clauses a document lays down, as opposed to those it mentions. */
export const clausesIn = (doc: Document): readonly Clause[] =>
  [...doc.text.matchAll(clause)].map((match) => ({
    id: match[1] ?? '',
    path: doc.path,
    line: lineAt(doc.text, match.index),
  }))
