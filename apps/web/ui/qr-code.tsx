import { encode } from 'uqr'

interface QrCodeProps {
  text: string
  /** Says where the code leads. */
  label: string
  className?: string
}

/** A square for cameras: black on white in every theme, because many readers want it so. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className={className}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} rx="1" fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
