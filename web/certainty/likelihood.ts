import { likelihoodWord, type LikelihoodBand } from '../../core/certainty/likelihood-words.ts'
import type { Say } from '../../ui/say.tsx'
import { LIKELIHOOD } from '../reading/in-force.ts'

/** A probability in the words of ICD 203, rule 1: one scale in one text, and no level of confidence beside it. */
export function sayLikelihood(probability: number, say: Say): string {
  const word = likelihoodWord(LIKELIHOOD, probability)
  const said = ({ word: inFull }: LikelihoodBand): string => {
    const id = inFull.replaceAll(' ', '-')
    return say(`likelihood.${id}`)
  }
  if ('word' in word) return said(word.band)
  return 'between' in word ? say('likelihood.between', { lower: said(word.between[0]), upper: said(word.between[1]) }) : say('likelihood.beyond', { nearest: said(word.beyond) })
}
