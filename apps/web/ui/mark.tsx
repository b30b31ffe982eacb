/**
 * The product's mark: three tanks joined at the bottom, filled to one level. Drawn on a grid of 24.
 * `app/icon.svg` is the same drawing.
 */
export function Mark({ size = 28, className }: { size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
      aria-hidden="true"
      className={className}
    >
      <path
        opacity="0.32"
        d="M1.5 10V4a2 2 0 0 1 2-2H5a2 2 0 0 1 2 2v6zm7.75 0V4a2 2 0 0 1 2-2h1.5a2 2 0 0 1 2 2v6zM17 10V4a2 2 0 0 1 2-2h1.5a2 2 0 0 1 2 2v6z"
      />
      <path d="M1.5 10H7v7h2.25v-7h5.5v7H17v-7h5.5v10a2 2 0 0 1-2 2h-17a2 2 0 0 1-2-2z" />
    </svg>
  )
}
