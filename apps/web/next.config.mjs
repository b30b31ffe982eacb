import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  transpilePackages: ['@cascade/engine', '@cascade/players', '@cascade/protocol', '@cascade/review', 'geist'],
  turbopack: { root },
  outputFileTracingRoot: root,
  // `pnpm check` checks types; a start on a player's machine does not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  // A phone in the same Wi-Fi may open the development server by its address.
  allowedDevOrigins: ['10.*.*.*', '172.*.*.*', '192.168.*.*', '*.local'],
}

export default config
