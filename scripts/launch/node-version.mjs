// No import here: a Node too old to run Cascade must still be able to read this file.

const oldest = { major: 20, minor: 19 }

/**
 * What to tell somebody whose Node is too old; undefined when it is new enough.
 * @param {string} version such as `20.19.0`
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined
  return [
    `Cascade needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${version}.`,
    'Install a newer one from https://nodejs.org, or with `nvm install 22`, and run the command again.',
  ].join('\n')
}
