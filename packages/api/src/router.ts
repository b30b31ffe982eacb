import { bestBoard } from './boards/best.ts'
import { recentBoard } from './boards/recent.ts'
import { createCallerFactory, router } from './procedure.ts'
import { me } from './profile/me.ts'
import { myRooms } from './rooms/mine.ts'
import { getRound } from './rounds/get.ts'
import { recentRounds } from './rounds/recent.ts'
import { roundRecord } from './rounds/record.ts'

/** Everything that can be asked and is not part of a running round. */
export const appRouter = router({
  rounds: router({ recent: recentRounds, get: getRound, record: roundRecord }),
  boards: router({ recent: recentBoard, best: bestBoard }),
  profile: router({ me }),
  rooms: router({ mine: myRooms }),
})

/** What the web knows of the API. */
export type AppRouter = typeof appRouter

/** Calls the API without a network. */
export const createCaller = createCallerFactory(appRouter)
