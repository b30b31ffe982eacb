import type { Finding } from '../finding.ts'
import { isTest, lineAt, type Source } from '../source.ts'

const explained = /^packages\/(?:engine|protocol)\/src\//
const declaration = /^export (?:abstract )?(?:const|function|type|interface|class) (\w+)/gm

/** Every export of the engine and the protocol says in a sentence what it is. */
export function docs(source: Source): readonly Finding[] {
  if (!explained.test(source.path) || isTest(source.path)) return []
  return [...source.code.matchAll(declaration)]
    .filter((match) => !source.text.slice(0, match.index).trimEnd().endsWith('*/'))
    .map((match) => ({
      rule: 'doc',
      path: source.path,
      line: lineAt(source.code, match.index),
      found: `\`${match[1]}\` without a sentence`,
      why: 'these two packages are read before they are used: an export says what it is, with units',
      instead: 'write one or two sentences above it: /** … */',
    }))
}
