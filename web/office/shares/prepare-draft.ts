import type { PermittedAction, SharingLabel } from '../../../core/intelligence/handling.ts'
import type { PersonCategory } from '../../../core/intelligence/site-facts.ts'
import type { OrganisationKind } from '../../../core/kernel/organisation.ts'
import type { KindGrain, TimeGrain } from '../../../core/sharing/coarsen.ts'
import { LEGAL_BASIS_IDS, mayRestOn, type LegalBasis } from '../../../core/sharing/legal-basis.ts'
import type { AskedAct, ShareContent } from '../../../core/sharing/receiving.ts'
import type { Recipient } from '../../../core/sharing/share-facts.ts'
import { newId } from '../../../crypto/browser-id.ts'
import { typedLocally } from '../form/local-time.ts'

/** A fact as it is being written. */
export interface FactDraft {
  readonly id: string
  readonly says: string
  readonly about: PersonCategory
  readonly restsOn: readonly string[]
  readonly kind: KindGrain
  readonly time: TimeGrain
  readonly controller: string
  readonly basis: LegalBasis
}

/** What is to be passed on, as it is being written. */
export interface PrepareDraft {
  readonly id: string
  readonly organisation: string
  readonly audience: Recipient['audience']
  readonly named: readonly string[]
  readonly content: ShareContent
  readonly asks: AskedAct
  readonly sharing: SharingLabel
  readonly action: PermittedAction
  readonly says: string
  readonly facts: readonly FactDraft[]
  readonly purpose: string
  readonly conditions: string
  readonly inWriting: 'yes' | 'no' | 'unknown'
  readonly returnBy: string
}

/** The least is told until somebody decides to tell more. */
export const blankFact = (controller: string): FactDraft => ({ id: newId(), says: '', about: 'victim', restsOn: [], kind: 'not-told', time: 'not-told', controller, basis: 'task-of-authority' })

export const blankShare: PrepareDraft = {
  id: '', organisation: '', audience: 'clients', named: [], content: 'tasking', asks: 'nothing', sharing: 'TLP:AMBER', action: 'PAP:RED', says: '', facts: [], purpose: '', conditions: '', inWriting: 'unknown', returnBy: '',
}

/** Grounds of law that whoever answers for the data can pass them on by. */
export const basesOf = (kind: OrganisationKind): readonly LegalBasis[] => LEGAL_BASIS_IDS.filter((basis) => mayRestOn(kind, basis))

/** What is sent of it. */
export const shareWritten = (site: string, { id, organisation, audience, named, sharing, action, says, facts, returnBy, ...rest }: PrepareDraft): object => ({
  ...rest, id, site, to: { organisation, audience, named: audience === 'named-recipients' ? named : [] }, marking: { sharing, action },
  passed: { says, facts: facts.map(({ kind, time, ...fact }) => ({ ...fact, tells: { kind, time } })) },
  ...(returnBy.trim() !== '' && { returnBy: typedLocally(returnBy) }),
})

/** A report of the site, to choose from. */
export interface ReportToRestOn {
  readonly id: string
  readonly kind: string
  readonly says: string
}

/** The reports of a site as its answer lists them; what is no such list is none. */
export function reportsToRestOn(operation: Readonly<Record<string, unknown>>): readonly ReportToRestOn[] {
  const listed = operation['reports']
  return Array.isArray(listed) ? listed.flatMap((one: unknown) => (isReport(one) ? [{ id: one.id, kind: one.kind, says: typeof one.says === 'string' ? one.says : '' }] : [])) : []
}

const isReport = (one: unknown): one is { readonly id: string; readonly kind: string; readonly says?: unknown } =>
  typeof one === 'object' && one !== null && typeof (one as Record<string, unknown>)['id'] === 'string' && typeof (one as Record<string, unknown>)['kind'] === 'string'
