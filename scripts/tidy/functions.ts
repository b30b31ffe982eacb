import { matching, partsOf } from './brackets.ts'
import { lineAt, type Source } from './source.ts'

/** A function as it stands in a file: found by its brackets, not by a compiler. */
export interface FunctionFound {
  readonly name: string
  readonly exported: boolean
  readonly parameters: readonly string[]
  readonly line: number
  /** Lines from the one with its name to the one with its last bracket. */
  readonly lines: number
}

const generics = '(?:<(?:[^<>()]|<[^<>]*>)*>)?'
const modifiers = '(?:(?:private|public|protected|static|async|override|get|set)\\s+)*'

/** What may stand before the parameters of a declaration, of a constant and of a method. */
const heads = [
  new RegExp(
    `(export\\s+(?:default\\s+)?)?(?:async\\s+)?function\\s*\\*?\\s*(\\w+)\\s*${generics}\\s*\\(`,
    'g',
  ),
  new RegExp(
    `(export\\s+)?const\\s+(\\w+)(?:\\s*:[^=\\n]+)?\\s*=\\s*(?:\\w+\\(\\s*)?(?:async\\s+)?${generics}\\s*\\(`,
    'g',
  ),
  new RegExp(`^(\\0)?[ \\t]+${modifiers}(\\w+)${generics}\\(`, 'gm'),
]

const notAName = new Set([
  'if',
  'for',
  'while',
  'switch',
  'catch',
  'return',
  'super',
  'function',
  'await',
  'typeof',
])

/** The functions of a file that have a name; what is nested counts for the outer one too. */
export const functionsOf = (source: Source): readonly FunctionFound[] =>
  heads.flatMap((head) =>
    [...source.code.matchAll(head)].flatMap((match) => {
      const found = readFunction(source.code, match)
      return found === undefined ? [] : [found]
    }),
  )

function readFunction(code: string, match: RegExpExecArray): FunctionFound | undefined {
  const name = match[2] ?? ''
  if (notAName.has(name)) return undefined
  const open = match.index + match[0].length - 1
  const close = matching(code, open)
  const end = bodyEnd(code, close + 1)
  if (end === undefined) return undefined
  const start = match.index + (match[0].length - match[0].trimStart().length)
  return {
    name,
    exported: match[1] !== undefined,
    parameters: partsOf(code.slice(open + 1, close)),
    line: lineAt(code, start),
    lines: code.slice(start, end).split('\n').length,
  }
}

/**
 * After the parameters: perhaps a type, perhaps an arrow, then a body. Undefined when this was only a call.
 */
function bodyEnd(code: string, from: number): number | undefined {
  let position = skipReturnType(code, skipSpace(code, from))
  const arrow = code.startsWith('=>', position)
  if (arrow) position = skipSpace(code, position + 2)
  if (code[position] === '{') return matching(code, position)
  if (!arrow) return undefined
  return '(['.includes(code[position] ?? '') ? matching(code, position) : position
}

const skipSpace = (code: string, position: number): number => {
  const next = code.slice(position).search(/\S/)
  return next === -1 ? code.length : position + next
}

/**
 * `: Type` up to the arrow or to the brace of the body; a brace right after the colon, `|` or `&` belongs to
 * the type.
 */
function skipReturnType(code: string, from: number): number {
  if (code[from] !== ':') return from
  let expectsType = true
  let position = from + 1
  while (position < code.length) {
    position = skipSpace(code, position)
    const here = code[position] ?? ''
    if (code.startsWith('=>', position) && !expectsType) return position
    if (here === '{' && !expectsType) return position
    if (here === ';' || here === ',' || here === ')' || here === '}') return position
    if ('{(['.includes(here)) position = matching(code, position)
    expectsType =
      '|&<,:?'.includes(here) ||
      code.startsWith('=>', position) ||
      /\b(?:is|keyof|extends)$/.test(code.slice(0, position + 1))
    position += 1
  }
  return position
}
