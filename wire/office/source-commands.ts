import { sourceKeeping, type SourceCommand, type SourceOnFile, type SourceRefusal } from '../../core/intelligence/source.ts'
import type { SourceFact } from '../../core/intelligence/source-facts.ts'
import { never } from '../../core/kernel/defect.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import type { SourceAct, SourceRegistered } from './sources.ts'

/** What came of an act on a source: the fact to be kept, or the one reason why not. */
export type SourceActed = { readonly made: 'fact'; readonly fact: SourceFact } | { readonly made: 'refusal'; readonly refusal: SourceRefusal }

const fact = (made: SourceFact): SourceActed => ({ made: 'fact', fact: made })

function decided(command: SourceCommand, source: SourceOnFile | null): SourceActed {
  const decision = sourceKeeping.decide(command, source)
  return decision.accepted ? fact(command) : { made: 'refusal', refusal: decision.refusal }
}

/** The registration of a source, under the code name that was drawn. */
export const registeringFact = ({ kind, protected: safe, underControl, handler, controller }: SourceRegistered, codeName: string): SourceActed =>
  decided({ type: 'source/registered', kind, codeName, protected: safe, underControl, handler: handler as ActorId, controller: controller as ActorId }, null)

/** Who answers for a source is decided on the version that whoever decides has seen. Everything else has happened already. */
export const isSourceDetermination = ({ act }: SourceAct): boolean => act === 'give-charge'

/** The fact that an act on a source comes to. Who a source is lies under one id of its own, that of the act which first said it. */
export function factOfSourceAct(act: SourceAct, by: ActorId, source: SourceOnFile): SourceActed {
  switch (act.act) {
    case 'identify': {
      const { name, contact, says } = act.identity
      return fact({ type: 'source/identified', person: source.person ?? act.id, identity: { name, ...(contact !== undefined && { contact }), ...(says !== undefined && { says }) } })
    }
    case 'give-charge':
      return decided({ type: 'source/charge-given', handler: act.handler as ActorId, controller: act.controller as ActorId, because: act.because }, source)
    case 'note-standing':
      return fact({ type: 'source/standing-noted', protected: act.protected, underControl: act.underControl, because: act.because })
    case 'note-risk':
      return fact({ type: 'source/risk-noted', risk: act.risk, says: act.says })
    case 'record-contact':
      return fact({ type: 'source/contact-made', at: act.at, with: by, says: act.says })
    case 'judge-outcome':
      return fact({ type: 'source/outcome-judged', report: act.report, outcome: act.outcome, because: act.because })
    default:
      return never(act)
  }
}
