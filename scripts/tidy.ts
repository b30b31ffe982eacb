// Our own house test: what neither the compiler nor the formatter can see. See CONTRIBUTING.md.

import { inWords } from './tidy/finding.ts'
import { inspect } from './tidy/inspect.ts'
import { readSources } from './tidy/read-sources.ts'

const under = process.argv.slice(2)
const sources = readSources().filter(
  (source) => under.length === 0 || under.some((path) => source.path.startsWith(path)),
)
const findings = inspect(sources)
if (findings.length > 0) console.log(inWords(findings))
console.log(`${sources.length} files, ${findings.length} findings`)
process.exitCode = findings.length === 0 ? 0 : 1
