import type { Finding } from '../finding.ts'
import { isApp, isTest, type Source } from '../source.ts'

const lineMax = 110

/** A file that is longer than a few screens holds more than one thing. */
export const lengths = (source: Source): readonly Finding[] => [...fileLength(source), ...lineLengths(source)]

function fileLength(source: Source): readonly Finding[] {
  const max = linesMax(source.path)
  const length = source.text.trimEnd().split('\n').length
  if (length <= max) return []
  return [
    {
      rule: 'file-length',
      path: source.path,
      line: max + 1,
      found: `${length} lines, at most ${max}`,
      why: 'one noun or one verb per file: a reader should hold it in the head',
      instead: 'find the second thing in it and give it a file named after it',
    },
  ]
}

function linesMax(path: string): number {
  if (isTest(path)) return 400
  return isApp(path) ? 300 : 250
}

/** An address, a list of classes and the outline of an icon cannot be broken. */
const unbreakable = /https?:\/\/|\bclassName="[^"]*"|\bd="[^"]*"/

/** The formatter breaks what it can; what is left over is a text or a comment. */
const lineLengths = (source: Source): readonly Finding[] =>
  source.text.split('\n').flatMap((text, index) =>
    text.length <= lineMax || unbreakable.test(text)
      ? []
      : [
          {
            rule: 'line-length' as const,
            path: source.path,
            line: index + 1,
            found: `${text.length} characters, at most ${lineMax}`,
            why: 'two files side by side fit a screen at this width',
            instead: 'break the sentence, or name a part of the expression',
          },
        ],
  )
