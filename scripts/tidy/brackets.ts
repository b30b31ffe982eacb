const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/**
 * Where the bracket that opens at `open` is closed; the end of the code when it is not. Expects blanked code.
 */
export function matching(code: string, open: number): number {
  const stack: string[] = []
  for (let position = open; position < code.length; position += 1) {
    const here = code[position] ?? ''
    const close = closing[here]
    if (close !== undefined) stack.push(close)
    else if (here === stack.at(-1)) {
      stack.pop()
      if (stack.length === 0) return position
    }
  }
  return code.length
}

/** The parts between the commas of a list, commas inside of brackets and type arguments not counted. */
export function partsOf(list: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const [index, here] of [...list].entries()) {
    if ('([{<'.includes(here)) depth += 1
    if (')]}'.includes(here) || (here === '>' && list[index - 1] !== '=')) depth -= 1
    if (here === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += here
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
