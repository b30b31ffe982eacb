import { accessSync, constants, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { inRoot } from './places.mjs'

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
]

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/** Where Playwright keeps the browsers it downloads, per system. */
const playwrightFolders = [
  '.cache/ms-playwright',
  'Library/Caches/ms-playwright',
  'AppData/Local/ms-playwright',
]

const playwrightBinaries = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
]

/**
 * The browser for the tests: the one named, else one that is installed, else one that Playwright downloaded.
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((name) => join(folder, name)))
  return [...(named ? [named] : []), ...onPath, ...applications, ...downloaded()].find(canRun)
}

/** The one command that gets a browser on any system. */
export function installHint() {
  const manifest = readFileSync(
    inRoot('apps', 'server', 'node_modules', 'playwright-core', 'package.json'),
    'utf8',
  )
  return `To get one: npx playwright-core@${JSON.parse(manifest).version} install chromium`
}

const downloaded = () =>
  playwrightFolders.flatMap((folder) =>
    chromiumsIn(join(homedir(), folder)).flatMap((version) =>
      playwrightBinaries.map((binary) => join(version, binary)),
    ),
  )

/** The newest first. @param {string} folder */
function chromiumsIn(folder) {
  try {
    const names = readdirSync(folder).filter((name) => name.startsWith('chromium-'))
    return names
      .sort()
      .reverse()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
