// Preloaded into the server, so that it does not outlive a launcher that was killed without a chance to stop
// it.
import { isMainThread } from 'node:worker_threads'
import { onParentGone } from './parent.mjs'

if (isMainThread) onParentGone(() => process.kill(process.pid, 'SIGTERM'))
