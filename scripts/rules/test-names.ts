import { matching } from '../tidy/brackets.ts'
import { codeOnly } from '../tidy/code-only.ts'
import { lineAt } from '../tidy/source.ts'
import type { Clause, Document } from './clauses.ts'

const number = /\b[A-Z]{3,5}-\d{3}\b/g

/** The clauses that a test file names in the titles of its tests, or a vector file in its rows. */
export function namedClauses(doc: Document): readonly Clause[] {
  const texts = /\.tsx?$/.test(doc.path) ? titlesIn(doc.text) : [{ title: doc.text, position: 0 }]
  return texts.flatMap(({ title, position }) =>
    [...title.matchAll(number)].map((match) => ({
      id: match[0],
      path: doc.path,
      line: lineAt(doc.text, position + match.index),
    })),
  )
}

interface Title {
  readonly title: string
  readonly position: number
}

/**
 * `test('…')`, `test.each(rows)('…')`, a table before the title, and our own words for a test such as
 * `law('…')`.
 */
function titlesIn(text: string): readonly Title[] {
  const code = codeOnly(text)
  return [...code.matchAll(/\b(?:test|it|describe|law)\b/g)].flatMap((match) => {
    const quote = titleQuote(code, match.index + match[0].length)
    if (quote === undefined) return []
    const end = code.indexOf(code[quote] ?? '', quote + 1)
    return [{ title: text.slice(quote + 1, end), position: quote + 1 }]
  })
}

/** Walks over `.each`, `(rows)` and a table in backticks to the quote that begins the title. */
function titleQuote(code: string, from: number): number | undefined {
  let position = from
  while (position < code.length) {
    const here = code[position] ?? ''
    if (/[\s.\w]/.test(here)) position += 1
    else if (here === '`') position = code.indexOf('`', position + 1) + 1 || code.length
    else if (here === '(') {
      const inside = position + 1 + code.slice(position + 1).search(/\S/)
      if (`'"\``.includes(code[inside] ?? ' ')) return inside
      position = matching(code, position) + 1
    } else return undefined
  }
  return undefined
}
