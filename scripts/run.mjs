// The door of `npm start`, `npm run dev`, `npm test` and `npm run check`.
// It runs before anything is installed, and on an old Node long enough to say that it is old.
import { nodeComplaint } from './launch/node-version.mjs'

const complaint = nodeComplaint(process.versions.node)
if (complaint) {
  console.error(complaint)
  process.exit(1)
}

void import('./launch/main.mjs').then(({ launch }) => launch(process.argv[2], process.argv.slice(3)))
