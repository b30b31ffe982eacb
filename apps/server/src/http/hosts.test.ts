import { describe, expect, test } from 'vitest'
import { hostsOf } from './hosts.ts'

const local = hostsOf({ host: '127.0.0.1', publicUrl: null, port: 4130 }, ['192.168.1.5'])
const lan = hostsOf({ host: '0.0.0.0', publicUrl: null, port: 4130 }, ['fd00::5', '192.168.1.5'])
const proxied = hostsOf({ host: '127.0.0.1', publicUrl: 'https://play.example.org', port: 4130 }, [])

describe('the names of the server', () => {
  test.each([
    ['localhost:4130', true, true],
    ['LOCALHOST:4130', true, true],
    ['127.0.0.1:4130', true, true],
    ['[::1]:4130', true, true],
    ['192.168.1.5:4130', false, true],
    ['[fd00::5]:4130', false, true],
    ['localhost', false, false],
    ['localhost:4131', false, false],
    ['evil.example:4130', false, false],
    ['localhost:4130.evil.example', false, false],
    ['', false, false],
    [undefined, false, false],
  ])('Host %j is ours alone %s, with --lan %s', (host, alone, shared) => {
    expect(local.allowsHost(host)).toBe(alone)
    expect(lan.allowsHost(host)).toBe(shared)
  })

  test.each([
    ['http://localhost:4130', true],
    ['https://localhost:4130', false],
    ['http://localhost:4130/', false],
    ['http://evil.example', false],
    ['null', false],
  ])('Origin %s is ours: %s', (origin, ours) => {
    expect(local.allowsOrigin(origin)).toBe(ours)
  })

  test('behind a proxy the public name counts too', () => {
    expect(proxied.allowsHost('play.example.org')).toBe(true)
    expect(proxied.allowsOrigin('https://play.example.org')).toBe(true)
    expect(proxied.allowsOrigin('http://play.example.org')).toBe(false)
    expect(proxied.lanUrl).toBe('https://play.example.org')
  })

  test('others on the network get an address they can type', () => {
    expect(local.lanUrl).toBeNull()
    expect(lan.lanUrl).toBe('http://192.168.1.5:4130')
    expect(lan.localUrl).toBe('http://127.0.0.1:4130')
  })
})
