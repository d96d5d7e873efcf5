import type { SourceFactRead } from '../../core/intelligence/source.ts'
import type { SourceFact } from '../../core/intelligence/source-facts.ts'
import type { Access } from '../../core/kernel/access.ts'
import { Defect } from '../../core/kernel/defect.ts'
import { holderOf } from '../../core/kernel/id.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import { inClear, type FiledFact, type HeldFact, type InClear } from './filed.ts'

/** The stream in which everything about a source lies. */
export const sourceStream = (source: string): string => `source/${source}`

/** A fact of a source as it is filed. Who the source is lies under the person's own key, apart from all the rest. */
export const fileSourceFact = (source: string, fact: SourceFact): FiledFact => ({
  type: fact.type,
  clear: clearOf(fact),
  told: { about: fact.type === 'source/identified' ? holderOf('person', fact.person) : holderOf('source', source), said: new Sensitive<unknown>(fact) },
})

/** A drawn name, who answers for the source, and the days by which something is owed to them. Not their kind, nor whether they are free: both are said of a person. */
function clearOf(fact: SourceFact): InClear {
  switch (fact.type) {
    case 'source/registered':
      return inClear({ codeName: fact.codeName, handler: fact.handler, controller: fact.controller })
    case 'source/charge-given':
      return inClear({ handler: fact.handler, controller: fact.controller })
    case 'source/risk-noted':
      return inClear({ reviewBy: fact.reviewBy })
    case 'source/authorised':
      return inClear({ until: fact.until, reviewBy: fact.reviewBy ?? undefined })
    case 'source/use-reviewed':
      return inClear({ reviewBy: fact.reviewBy ?? undefined })
    case 'source/contact-made':
      return inClear({ nextBy: fact.nextBy })
    case 'source/authority-noted':
    case 'source/benefit-given':
    case 'source/ended':
    case 'source/identified':
    case 'source/information-noted':
    case 'source/outcome-judged':
    case 'source/recruited':
    case 'source/standing-noted':
    case 'source/tasked':
    case 'source/use-cancelled':
    case 'source/welfare-noted':
      return {}
  }
}

/** A fact of a source as it is read, for somebody with leave to look; words that are gone read as withheld. */
export function readSourceFact({ type, said }: Pick<HeldFact, 'type' | 'said'>, access: Access): SourceFactRead {
  if (said === null) throw new Defect(`an entry ${type} of a source has no words`)
  if (typeof said === 'string') return { type: 'words/withheld', of: type as SourceFact['type'], words: said }
  const fact = said.reveal(access) as SourceFact
  if (fact.type !== type) throw new Defect(`an entry ${type} holds the words of another`)
  return fact
}
