import ln from '@stdlib/math-base-special-ln'

/** Half the width of the middle, where one fraction in the square of the distance from ½ is enough. */
const MIDDLE = 0.425

/**
 * The value a standard normal variable stays under with probability `u`, 0 < u < 1. Right to twelve digits,
 * and the same bits on every machine: only + − × ÷, √ and a logarithm made of them.
 *
 * The coefficients are minimax fits of our own: in the middle `x = d·R(d²)` with `d = u − ½`, in the tails
 * `x = R(√−ln p)` with p the smaller side.
 */
export function normalQuantile(u: number): number {
  const distance = u - 0.5
  if (distance <= MIDDLE && distance >= -MIDDLE) return distance * middle(distance * distance)
  const size = tail(Math.sqrt(-ln(distance < 0 ? u : 1 - u)))
  return distance < 0 ? -size : size
}

function middle(s: number): number {
  const above =
    2.506628274635629 +
    s *
      (-27.417893277285565 +
        s *
          (108.25037153029255 +
            s * (-182.98752986500332 + s * (117.69669991184995 + s * -14.892088467994592))))
  const below =
    1 +
    s *
      (-11.985354417625402 +
        s *
          (53.43377598895434 + s * (-107.60647889170141 + s * (92.73567834416988 + s * -24.102024687353104))))
  return above / below
}

function tail(r: number): number {
  const above =
    -3.197495877235351 +
    r *
      (-12.125941502350344 +
        r *
          (3.6277747473532345 + r * (14.095868132758866 + r * (5.14033108616825 + r * 0.43577647394317476))))
  const below =
    1 +
    r *
      (8.003495293779823 +
        r *
          (10.682352801324722 +
            r * (3.6413796631646047 + r * (0.3080085619511436 + r * 1.8933995825806294e-6))))
  return above / below
}
