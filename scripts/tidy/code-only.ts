/**
 * The text with the inside of comments, strings and regular expressions replaced by spaces, so that a rule
 * about code does not stumble over a sentence. Quotes, `//` and line breaks stay where they are, and so does
 * every position.
 */
export function codeOnly(text: string): string {
  const scanner = new Scanner(text)
  scanner.code('end')
  return scanner.output
}

/** Reads forward once; `output` is always as long as what has been read. */
class Scanner {
  readonly text: string
  output = ''

  constructor(text: string) {
    this.text = text
  }

  /** Copies code until the end, or until the brace that closes a `${`. */
  code(until: 'end' | 'brace'): void {
    let depth = 0
    while (this.output.length < this.text.length) {
      const here = this.text[this.output.length] ?? ''
      if (until === 'brace' && here === '}' && depth === 0) return
      if (here === '{') depth += 1
      if (here === '}') depth -= 1
      this.token(here)
    }
  }

  private token(here: string): void {
    if (this.ahead('//')) this.lineComment()
    else if (this.ahead('/*')) this.blankTo(this.find('*/') + 2)
    else if (here === "'" || here === '"') this.quoted(here)
    else if (here === '`') this.template()
    else if (here === '/' && this.mayBeginRegex()) this.regex()
    else this.output += here
  }

  private lineComment(): void {
    this.output += '//'
    this.blankTo(this.find('\n'))
  }

  private template(): void {
    this.output += '`'
    while (this.output.length < this.text.length) {
      if (this.ahead('`')) {
        this.output += '`'
        return
      }
      if (this.ahead('${')) {
        this.output += '${'
        this.code('brace')
        this.output += '}'
      } else this.blankTo(this.output.length + (this.ahead('\\') ? 2 : 1))
    }
  }

  /** A quote that is not closed on its line is an apostrophe in a text between tags. */
  private quoted(quote: string): void {
    const pattern = quote === "'" ? /'(?:\\.|[^'\\\n])*'/y : /"(?:\\.|[^"\\\n])*"/y
    this.literal(pattern)
  }

  private regex(): void {
    this.literal(/\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//y)
  }

  private literal(pattern: RegExp): void {
    pattern.lastIndex = this.output.length
    const length = pattern.exec(this.text)?.[0].length
    const first = this.text[this.output.length] ?? ''
    this.output += first
    if (length === undefined) return
    this.blankTo(this.output.length + length - 2)
    this.output += first
  }

  /**
   * After a value a slash divides; after an operator, a bracket or `return` it begins a regular expression.
   */
  private mayBeginRegex(): boolean {
    return /(?:^|[(,=:[!&|?{};+\-*%~^]|=>|\breturn|\bcase)\s*$/.test(this.output.slice(-40))
  }

  private ahead(what: string): boolean {
    return this.text.startsWith(what, this.output.length)
  }

  private find(what: string): number {
    const position = this.text.indexOf(what, this.output.length)
    return position === -1 ? this.text.length : position
  }

  private blankTo(end: number): void {
    this.output += this.text.slice(this.output.length, end).replaceAll(/[^\n]/g, ' ')
  }
}
