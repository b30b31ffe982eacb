import type { Finding } from '../finding.ts'
import { type FunctionFound, functionsOf } from '../functions.ts'
import { isTest, type Source } from '../source.ts'

const parametersMax = 3

/** A function does one thing, and is called with few. Tests tell longer stories. */
export function functions(source: Source): readonly Finding[] {
  if (isTest(source.path)) return []
  return functionsOf(source).flatMap((found) => [
    ...tooLong(source.path, found),
    ...(found.exported ? tooManyParameters(source.path, found) : []),
  ])
}

function tooLong(path: string, { name, line, lines }: FunctionFound): readonly Finding[] {
  const component = path.endsWith('.tsx') && /^[A-Z]/.test(name)
  const max = component ? 100 : 60
  if (lines <= max) return []
  return [
    {
      rule: 'function-length',
      path,
      line,
      found: `${name} has ${lines} lines, at most ${max}`,
      why: 'the parent decides, leaves compute: a long function does both',
      instead: component ? 'give a part of it a component of its own' : 'name its steps and call them',
    },
  ]
}

function tooManyParameters(path: string, { name, line, parameters }: FunctionFound): readonly Finding[] {
  if (parameters.length <= parametersMax) return []
  return [
    {
      rule: 'parameters',
      path,
      line,
      found: `${name} takes ${parameters.length} parameters, at most ${parametersMax}`,
      why: 'nobody remembers the order of four arguments',
      instead: 'make named fields of those that belong together',
    },
  ]
}
