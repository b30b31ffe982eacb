import type { Dice } from './sight.ts'

const FIRST = [
  'Amber',
  'Brave',
  'Brisk',
  'Bright',
  'Calm',
  'Clever',
  'Cosy',
  'Daring',
  'Dusty',
  'Eager',
  'Fair',
  'Fleet',
  'Frosty',
  'Gentle',
  'Golden',
  'Happy',
  'Hardy',
  'Jolly',
  'Keen',
  'Kind',
  'Lively',
  'Lucky',
  'Mellow',
  'Merry',
  'Misty',
  'Nimble',
  'Noble',
  'Patient',
  'Plucky',
  'Polite',
  'Proud',
  'Quick',
  'Quiet',
  'Rapid',
  'Rosy',
  'Silver',
  'Steady',
  'Sunny',
  'Swift',
  'Witty',
]
const SECOND = [
  'Badger',
  'Bear',
  'Beaver',
  'Bison',
  'Camel',
  'Crane',
  'Dolphin',
  'Eagle',
  'Falcon',
  'Ferret',
  'Finch',
  'Fox',
  'Gecko',
  'Goat',
  'Hare',
  'Heron',
  'Ibis',
  'Jackdaw',
  'Koala',
  'Lark',
  'Lemur',
  'Lynx',
  'Marten',
  'Moose',
  'Newt',
  'Otter',
  'Owl',
  'Panda',
  'Puffin',
  'Raven',
  'Robin',
  'Salmon',
  'Seal',
  'Sparrow',
  'Squid',
  'Stork',
  'Tapir',
  'Turtle',
  'Walrus',
  'Wren',
]

/**
 * A friendly name of two words, at most 16 letters, that is not yet taken; with a number when the words run
 * out.
 */
export function nickname(dice: Dice, taken: ReadonlySet<string>): string {
  const start = dice.below(FIRST.length * SECOND.length)
  for (let step = 0; step < FIRST.length * SECOND.length; step += 1) {
    // A step that shares no factor with the number of pairs visits every pair once.
    const place = (start + step * 577) % (FIRST.length * SECOND.length)
    const name = `${FIRST[place % FIRST.length]} ${SECOND[Math.floor(place / FIRST.length)]}`
    if (!taken.has(name)) return name
  }
  return numbered(taken)
}

function numbered(taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const name = `Player ${number}`
    if (!taken.has(name)) return name
  }
}
