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

/** A drawn name and who answers for the source. Not its kind, nor whether it is free: both are said of a person. */
function clearOf(fact: SourceFact): InClear {
  if (fact.type === 'source/registered') return inClear({ codeName: fact.codeName, handler: fact.handler, controller: fact.controller })
  return fact.type === 'source/charge-given' ? inClear({ handler: fact.handler, controller: fact.controller }) : {}
}

/** A fact of a source as it is read, for somebody with leave to look; words that are gone read as withheld. */
export function readSourceFact({ type, said }: Pick<HeldFact, 'type' | 'said'>, access: Access): SourceFactRead {
  if (said === null) throw new Defect(`an entry ${type} of a source has no words`)
  if (typeof said === 'string') return { type: 'words/withheld', of: type as SourceFact['type'], words: said }
  const fact = said.reveal(access) as SourceFact
  if (fact.type !== type) throw new Defect(`an entry ${type} holds the words of another`)
  return fact
}
