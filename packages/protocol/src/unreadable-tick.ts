/** How every replay file begins, up to its first frame. */
const HEAD = /^\{"commitment":"[0-9a-f]*","format":"cascade-replay","frames":\[/

/**
 * The first tick of a damaged replay file that is no longer JSON; 0 for what was decided before the first
 * tick, null when the text never was a replay file. Frames come first but for a short head, one for each
 * tick, so they are counted.
 */
export function unreadableTick(text: string): number | null {
  const head = HEAD.exec(text)
  if (!head) return text.includes('"cascade-replay"') || text.includes('"frames":[') ? 0 : null
  let offset = head[0].length
  let tick = 0
  while (text[offset] === '{') {
    tick += 1
    const end = endOfObject(text, offset)
    if (end === null || !isJson(text.slice(offset, end))) return tick
    offset = text[end] === ',' ? end + 1 : end
  }
  return openingIsWhole(text.slice(offset)) ? tick : 0
}

/** Where the object that begins here ends, or null when it never does. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at += 1
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{') depth += 1
    else if (letter === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return null
}

function openingIsWhole(rest: string): boolean {
  const start = '],"opening":'
  if (!rest.startsWith(start)) return false
  const end = endOfObject(rest, start.length)
  return end !== null && isJson(rest.slice(start.length, end))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
