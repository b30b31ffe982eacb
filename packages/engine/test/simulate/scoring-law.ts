import { lessonPlaces } from '../../src/scoring/lesson.ts'
import { type ScoreRules, steadyPlaces } from '../../src/scoring/steady-hand.ts'
import { classOf, coin, openClasses, played, pricesOf, type Student } from '../scoring/class.ts'
import type { LawReport, LawRun } from './law.ts'

const ROUNDS = 3
const RULES: ScoreRules = { boldness: 'usual', single: false }
const TRIED = [1, 2, 3, 5, 8, 12, 20, 40] as const

/** What is found over many classes, as shares of them. */
interface ScoringReport {
  /** How often the best of a class is of each kind. */
  readonly wins: Readonly<Record<Student['kind'], number>>
  /**
   * How often a player without edge wins with each leverage, and the share of others behind it on average.
   */
  readonly replies: readonly { readonly leverage: number; readonly wins: number; readonly behind: number }[]
}

/** Plays classes of thirty through the shipped scores. */
function playClasses({ seed, count, from = 0 }: LawRun): ScoringReport {
  const wins = { skilled: 0, casual: 0, gambler: 0, tiny: 0, 'one-shot': 0, tried: 0, idle: 0 }
  const replies = TRIED.map((leverage) => ({ leverage, wins: 0, behind: 0 }))
  const diceOf = openClasses(seed)
  for (let number = from; number < from + count; number += 1) {
    const dice = diceOf(number)
    const students = classOf(dice)
    const rounds = Array.from({ length: ROUNDS }, () => {
      const prices = pricesOf(dice)
      const facts = students.map((student) => [student, played(student, prices, dice)] as const)
      return { prices, facts }
    })
    const best = lessonPlaces(rounds.map(({ facts }) => steadyPlaces(facts, RULES)))
    for (const winner of best.filter(({ place }) => place === 1)) {
      wins[winner.seat.kind] += 1 / count / best.filter(({ place }) => place === 1).length
    }
    for (const reply of replies) {
      const own = coin('tried', reply.leverage)
      const all = lessonPlaces(
        rounds.map(({ prices, facts }) =>
          steadyPlaces([...facts, [own, played(own, prices, dice)] as const], RULES),
        ),
      )
      const place = all.find(({ seat }) => seat === own)?.place ?? all.length
      if (place === 1) reply.wins += 1 / count
      reply.behind += (all.length - place) / (all.length - 1) / count
    }
  }
  return { wins, replies }
}

/** Gamblers seldom win, the skilled often, and 40x is never the best reply of a player without edge. */
export function checkScoring(run: LawRun): LawReport {
  const { wins, replies } = playClasses(run)
  const best = (of: 'wins' | 'behind') => replies.reduce((a, b) => (b[of] > a[of] ? b : a)).leverage
  const failures = [
    ...(wins.gambler < 0.05 ? [] : [`gamblers win ${wins.gambler}`]),
    ...(wins.skilled > 0.35 ? [] : [`the skilled win ${wins.skilled}`]),
    ...(wins.tiny + wins['one-shot'] === 0 ? [] : ['who hardly trades wins']),
    ...(best('wins') === 40 || best('behind') === 40
      ? ['40x is the best reply of a player without edge']
      : []),
  ]
  const classes = (share: number) => Math.round(share * run.count)
  return {
    counts: {
      classes: run.count,
      'won by gamblers': classes(wins.gambler),
      'won by the skilled': classes(wins.skilled),
      'won by casual players': classes(wins.casual),
      ...Object.fromEntries(
        replies.map((each) => [`won by a coin at ${each.leverage}x`, classes(each.wins)]),
      ),
    },
    failures,
  }
}
