/** Names the rules a round was played by: a replay under another version may end differently. */
export const RULES_VERSION = 'cascade-rules-5'
