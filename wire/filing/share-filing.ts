import type { ShareFactRead } from '../../core/sharing/share.ts'
import type { ShareFact } from '../../core/sharing/share-facts.ts'
import type { Access } from '../../core/kernel/access.ts'
import { Defect, never } from '../../core/kernel/defect.ts'
import { holderOf } from '../../core/kernel/id.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import { inClear, type FiledFact, type HeldFact, type InClear } from './filed.ts'

/** The stream in which everything about something passed on lies. */
export const shareStream = (share: string): string => `share/${share}`

/** A fact of something passed on, as it is filed. Its words lie under a key of their own, apart from those of the file they came from. */
export const fileShareFact = (share: string, fact: ShareFact): FiledFact => ({
  type: fact.type,
  clear: clearOf(fact),
  told: { about: holderOf('share', share), said: new Sensitive<unknown>(fact) },
})

/** What makes the log of what left: to whom, from whom, on which grounds and whose data; nothing of what it says. Source: 28 CFR 23.20(g). */
function clearOf(fact: ShareFact): InClear {
  switch (fact.type) {
    case 'share/prepared':
      return inClear({
        file: fact.file, from: fact.from.id, to: fact.to.organisation.id, named: listed(fact.to.named), content: fact.content, asks: fact.asks, returnBy: fact.returnBy,
        bases: listed(fact.passed.facts.map(({ basis }) => basis)), controllers: listed(fact.passed.facts.map(({ controller }) => controller.id)),
      })
    case 'share/corrected':
      return inClear({ bases: listed(fact.passed.facts.map(({ basis }) => basis)), controllers: listed(fact.passed.facts.map(({ controller }) => controller.id)) })
    case 'share/released-at-once':
      return inClear({ told: listed(fact.told) })
    case 'share/recalled':
      return inClear({ ground: fact.ground })
    case 'share/recall-acknowledged':
      return inClear({ outcome: fact.outcome })
    case 'share/checked':
    case 'share/released':
    case 'share/reviewed':
    case 'share/acknowledged':
      return {}
    default:
      return never(fact)
  }
}

/** Each once, with a comma on either side, so that a query can ask for one of them. */
const listed = (codes: readonly string[]): string | undefined => (codes.length === 0 ? undefined : `,${[...new Set(codes)].toSorted().join(',')},`)

/** A fact of something passed on, as it is read; words that are gone read as withheld. */
export function readShareFact({ type, said }: Pick<HeldFact, 'type' | 'said'>, access: Access): ShareFactRead {
  if (said === null) throw new Defect(`an entry ${type} of something passed on has no words`)
  if (typeof said === 'string') return { type: 'words/withheld', of: type as ShareFact['type'], words: said }
  const fact = said.reveal(access) as ShareFact
  if (fact.type !== type) throw new Defect(`an entry ${type} holds the words of another`)
  return fact
}
