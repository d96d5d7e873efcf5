import type { Lack } from '../../core/planning/answer.ts'
import type { Requirement } from '../../core/planning/criteria.ts'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from './assessed.ts'
import { useFiguresHere } from './figures-here.ts'

/**
 * What a requirement lacks, in words.
 *
 * Where no report weighs, nothing is known about the site, and no number is printed: not even that it is too low.
 */
export function useLacks(): (requirement: Requirement) => readonly string[] {
  const say = useSay()
  const { asked, handles } = useAssessed()
  const here = useFiguresHere()
  const nothingKnown = asked !== null && asked.answer.roots.length === 0
  const inWords = ({ code, figures }: Lack): string => say(nothingKnown && code.startsWith('number/') ? 'certainty/nothing-known' : code, handles === null ? figures : here(figures))
  return ({ lacks }) => lacks.map(inWords)
}
