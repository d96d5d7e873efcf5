import { useId } from 'react'

/** How something stands. Each has a shape of its own, so that colour is never the only sign. */
export type Standing = 'holds' | 'partly' | 'fails' | 'unknown' | 'not-applicable' | 'found' | 'not-found' | 'unknown-sign'

/**
 * The sign beside a word: a full, half or crossed square for what is asked; a disc for a sign of a blind raid;
 * hatched where nothing is known. The word always stands beside it, so that it is silent to a reader of the screen.
 */
export function Mark({ of }: { readonly of: Standing }) {
  const hatch = useId()
  return (
    <svg className={`mark mark-${of}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
      {(of === 'unknown' || of === 'unknown-sign') && (
        <pattern id={hatch} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.2" height="3" fill="currentColor" />
        </pattern>
      )}
      {shapeOf(of, `url(#${hatch})`)}
    </svg>
  )
}

function shapeOf(of: Standing, hatch: string) {
  switch (of) {
    case 'holds':
      return <rect x="1.5" y="1.5" width="11" height="11" fill="currentColor" />
    case 'partly':
      return (
        <>
          <rect x="2" y="2" width="10" height="10" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <rect x="2" y="2" width="5" height="10" fill="currentColor" />
        </>
      )
    case 'fails':
      return <path d="M2 2h10v10H2z M2 2l10 10 M12 2L2 12" fill="none" stroke="currentColor" strokeWidth="1.5" />
    case 'unknown':
      return <rect x="1.5" y="1.5" width="11" height="11" fill={hatch} stroke="currentColor" strokeWidth="0.9" />
    case 'not-applicable':
      return <path d="M2 7h10" stroke="currentColor" strokeWidth="1.5" />
    case 'found':
      return <circle cx="7" cy="7" r="6" fill="currentColor" />
    case 'not-found':
      return <circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
    case 'unknown-sign':
      return <circle cx="7" cy="7" r="5.6" fill={hatch} stroke="currentColor" strokeWidth="0.9" />
  }
}
