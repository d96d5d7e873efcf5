import type { Place } from '../../ui/keys.tsx'
import type { Say } from '../../ui/say.tsx'

/** The parts of the page that `g` and a letter go to. */
export const placesOf = (say: Say): readonly Place[] => [
  { key: 'e', id: 'entry', words: say('entry.title') },
  { key: 'v', id: 'verdict', words: say('nav.verdict') },
  { key: 'c', id: 'certainty', words: say('nav.certainty') },
  { key: 'l', id: 'law', words: say('nav.law') },
  { key: 'q', id: 'criteria', words: say('nav.criteria') },
  { key: 'b', id: 'compare', words: say('nav.compare') },
  { key: 's', id: 'sources', words: say('nav.sources') },
  { key: 'p', id: 'print', words: say('nav.print') },
]
