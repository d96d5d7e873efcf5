import type { Access } from '../../core/kernel/access.ts'
import { Defect } from '../../core/kernel/defect.ts'
import { holderOf } from '../../core/kernel/id.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import type { NeedFact, NeedFactRead } from '../../core/need-to-know/need-facts.ts'
import type { FiledFact, HeldFact, InClear } from './filed.ts'

export const NEED = 'need/'

/** The stream in which it lies who needs to know a file. */
export const needStream = (file: string): string => `${NEED}${file}`

/** The file whose need lies in a stream; the stream itself where it is a file. */
export const fileOfStream = (stream: string): string => stream.replace(/^(?:need|keeping)\//, '')

/** A fact of need as it is filed. Who is named and until when filters every list, so it stands in clear; why is sealed with the file. */
export function fileNeedFact(file: string, fact: NeedFact): FiledFact {
  const [kind = '', id = ''] = file.split('/', 2)
  return { type: fact.type, clear: clearOf(fact), told: { about: holderOf(kind as 'site', id), said: new Sensitive<unknown>(fact) } }
}

function clearOf(fact: NeedFact): InClear {
  switch (fact.type) {
    case 'need/reach-set':
      return { reach: fact.reach }
    case 'need/glass-broken':
      return { person: fact.person, until: fact.until, told: fact.told }
    case 'need/glass-reviewed':
      return { glass: fact.glass, judgement: fact.judgement }
    case 'need/ended':
    case 'need/given':
      return { person: fact.person }
  }
}

/** A fact of need as it is read, for somebody with leave to look; words that are gone read as withheld. */
export function readNeedFact({ type, said }: Pick<HeldFact, 'type' | 'said'>, access: Access): NeedFactRead {
  if (said === null) throw new Defect(`an entry ${type} of need has no words`)
  if (typeof said === 'string') return { type: 'words/withheld', of: type as NeedFact['type'], words: said }
  return said.reveal(access) as NeedFact
}
