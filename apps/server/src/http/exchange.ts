import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip as gzipWithCallback } from 'node:zlib'

const gzip = promisify(gzipWithCallback)

/** The largest body that is read where nothing else is said: 64 kB. */
const BODY_BYTES_MAX = 65_536
const GZIP_BYTES_MIN = 4_096

/** Answers with a short text and closes what is left of the request. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}

/** Reads a body; null when it is larger than allowed. */
async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > bytesMax) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A part of the server that speaks in the web's own requests and responses. */
export type WebHandler = (request: Request) => Promise<Response>

/** Lets a web handler answer a Node request, body bounded and large answers packed. */
export async function exchange(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  handle: WebHandler,
  bytesMax = BODY_BYTES_MAX,
): Promise<void> {
  const body = await readBody(request, bytesMax)
  if (body === null) return sendText(response, 413, 'That is too much at once.')
  await sendResponse({ request, response }, await handle(webRequest(request, body)))
}

function webRequest(request: IncomingMessage, body: Buffer): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each)
  }
  const method = request.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  return new Request(url, { method, headers, ...(hasBody && { body: new Uint8Array(body) }) })
}

async function sendResponse(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  answer: Response,
): Promise<void> {
  const cookies = answer.headers.getSetCookie()
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  const body = Buffer.from(await answer.arrayBuffer())
  const packs = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const packed = packs && body.length >= GZIP_BYTES_MIN
  response.setHeader('vary', 'accept-encoding')
  if (packed) response.setHeader('content-encoding', 'gzip')
  response.writeHead(answer.status)
  response.end(packed ? await gzip(body) : body)
}
