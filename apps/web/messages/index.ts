import afterClass from './en/after-class.json'
import calculator from './en/calculator.json'
import common from './en/common.json'
import console from './en/console.json'
import errors from './en/errors.json'
import home from './en/home.json'
import host from './en/host.json'
import join from './en/join.json'
import leaderboard from './en/leaderboard.json'
import learn from './en/learn.json'
import lobby from './en/lobby.json'
import market from './en/market.json'
import names from './en/names.json'
import players from './en/players.json'
import review from './en/review.json'
import rules from './en/rules.json'
import setup from './en/setup.json'
import trade from './en/trade.json'

/** Every sentence of the product in English, one file for each feature. */
export const messages = {
  afterClass,
  calculator,
  common,
  console,
  errors,
  home,
  host,
  join,
  leaderboard,
  learn,
  lobby,
  market,
  names,
  players,
  review,
  rules,
  setup,
  trade,
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: 'en'
    Messages: typeof messages
  }
}
