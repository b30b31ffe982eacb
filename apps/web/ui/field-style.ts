/** The class names that every typed-in field shares. */
export const FIELD_BOX =
  'flex min-h-11 items-center rounded-lg border border-edge bg-field transition-colors hover:border-muted ' +
  'focus-within:border-accent focus-within:outline-2 focus-within:outline-accent invalid:border-danger'

/** The class names of the text inside a field box. */
export const FIELD_INPUT =
  'min-w-0 flex-1 bg-transparent px-3 py-2 text-base outline-none placeholder:text-muted'

/** The class names of the words above a field. */
export const FIELD_LABEL = 'text-sm font-medium text-text'

/** The class names of the words below a field. */
export const FIELD_HELP = 'text-sm text-muted'

/** The class names of what is wrong with a field. */
export const FIELD_ERROR = 'text-sm text-danger'
