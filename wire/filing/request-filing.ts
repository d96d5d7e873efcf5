import type { Access } from '../../core/kernel/access.ts'
import { Defect } from '../../core/kernel/defect.ts'
import { holderOf } from '../../core/kernel/id.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import type { RequestFactRead } from '../../core/rights/request.ts'
import type { RequestFact } from '../../core/rights/request-facts.ts'
import { inClear, type FiledFact, type HeldFact, type InClear } from './filed.ts'

/** The stream in which everything about a request lies. */
export const requestStream = (request: string): string => `request/${request}`

/** A fact of a request as it is filed. Its words, and everything coded that is said of a person, lie under a key of the request's own. */
export const fileRequestFact = (request: string, fact: RequestFact): FiledFact => ({
  type: fact.type,
  clear: clearOf(fact),
  told: { about: holderOf('request', request), said: new Sensitive<unknown>(fact) },
})

/**
 * Whose it is, what for and by when, which orders a list; and the file that is contested, so that whoever reads that file sees it without opening
 * the request. Not the language, not through whom they ask, not what came of it.
 */
function clearOf(fact: RequestFact): InClear {
  if (fact.type === 'request/received') return inClear({ organisation: fact.organisation, wants: fact.wants, receivedAt: fact.receivedAt })
  if (fact.type === 'request/extended') return inClear({ until: fact.until })
  if (fact.type === 'request/told') return inClear({ toldAt: fact.toldAt })
  return fact.type === 'request/restricted' || fact.type === 'request/restriction-lifted' ? inClear({ file: fact.file }) : {}
}

/** A fact of a request as it is read, for somebody with leave to look; words that are gone read as withheld. */
export function readRequestFact({ type, said }: Pick<HeldFact, 'type' | 'said'>, access: Access): RequestFactRead {
  if (said === null) throw new Defect(`an entry ${type} of a request has no words`)
  if (typeof said === 'string') return { type: 'words/withheld', of: type as RequestFact['type'], words: said }
  const fact = said.reveal(access) as RequestFact
  if (fact.type !== type) throw new Defect(`an entry ${type} holds the words of another`)
  return fact
}
