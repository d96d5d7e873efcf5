import { useState } from 'react'
import type { AskedCertainty } from '../../core/planning/dossier.ts'

/**
 * The same question as before, where nothing in it has changed but the name.
 *
 * Most of what is typed moves no number; the drawings are made again only when one does.
 */
export function useKeptQuestion(next: AskedCertainty | null): AskedCertainty | null {
  const as = next ? JSON.stringify({ ...next.asked, name: '', latest: next.latest?.probability }) : ''
  const [kept, keep] = useState({ as, question: next })
  if (kept.as === as) return kept.question
  keep({ as, question: next })
  return next
}
