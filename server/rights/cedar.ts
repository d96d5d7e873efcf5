import { statefulIsAuthorized, type EntityJson } from '@cedar-policy/cedar-wasm/nodejs'
import { FILE_ACTIONS, OFFICE_ACTIONS, REQUEST_ACTIONS, SHARE_ACTIONS, type Action } from '../../core/kernel/action.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import { PolicyFault, preparePolicies, readPolicyFiles, SCHEMA_NAME, type Asking } from './policy-files.ts'
import type { Asker, Decided, KnownFile, KnownPaper, Rights } from './rights.ts'

const uid = (type: string, id: string) => ({ type, id })
const ref = (type: string, id: string) => ({ __entity: uid(type, id) })

const TYPES = { site: 'Site', plan: 'Plan', source: 'Source', share: 'Share', request: 'Request' } as const

/** A question as Cedar takes it: about what, and in which circumstances. */
interface Asked {
  readonly action: Action
  readonly resource: EntityJson
  readonly context: Record<string, never> | { readonly look: object; readonly relations?: readonly object[] }
}

/** Every act on every kind of thing it can be done to. */
export const EVERY_ASKING: readonly Asking[] = [
  ...FILE_ACTIONS.flatMap((action) => ['Site', 'Plan', 'Source'].map((on) => ({ action, on }))),
  ...SHARE_ACTIONS.map((action) => ({ action, on: 'Share' })),
  ...REQUEST_ACTIONS.map((action) => ({ action, on: 'Request' })),
  ...OFFICE_ACTIONS.map((action) => ({ action, on: 'Office' })),
]

const typeOf = ({ uid: named }: EntityJson): string => ('type' in named ? named.type : named.__entity.type)

const OFFICE: EntityJson = { uid: uid('Office', 'office'), attrs: {}, parents: [] }

/** Opens the policies. Read, held to their schema and prepared once; what is wrong with them is told at the start and never in use. */
export function openRights(files = readPolicyFiles()): Rights {
  const prepared = preparePolicies(files, EVERY_ASKING)
  const decide = remembered((who, asked) => decided(prepared, who, asked))
  return {
    onOffice: (who, action) => decide(who, { action, resource: OFFICE, context: {} }),
    onFile: (who, action, file, look) => decide(who, { action, resource: fileEntity(file), context: { look: ref('Look', look), relations: file.relations.map((relation) => ref('Relation', relation)) } }),
    onPaper: (who, action, paper, look) => decide(who, { action, resource: paperEntity(paper), context: { look: ref('Look', look) } }),
  }
}

type Decide = (who: Asker, asked: Asked) => Decided

/** Decisions held at once, a megabyte or two. */
const MOST_HELD = 5000

/**
 * What was decided of somebody and of a thing like this one stands: policies change at the next start, and none of them names a single file, which a
 * test holds them to. A page of fifty sources is so decided once for each way of standing to them.
 */
function remembered(decide: Decide): Decide {
  const held = new Map<string, Decided>()
  return (who, asked) => {
    const key = JSON.stringify([who.id, who.role, who.organisation, who.vouched, asked.action, typeOf(asked.resource), asked.resource.attrs, asked.context])
    const known = held.get(key) ?? decide(who, asked)
    if (held.size >= MOST_HELD) held.clear()
    held.set(key, known)
    return known
  }
}

function decided(prepared: (asking: Asking) => string, who: Asker, { action, resource, context }: Asked): Decided {
  const answer = statefulIsAuthorized({
    principal: uid('Person', who.id), action: uid('Action', action), resource: resource.uid as { type: string; id: string }, context: context as never,
    preparsedPolicySetId: prepared({ action, on: typeOf(resource) }), preparsedSchemaName: SCHEMA_NAME, validateRequest: true, entities: [person(who), resource],
  })
  if (answer.type === 'failure') throw new PolicyFault(answer.errors.map(({ message }) => message).join('; '))
  const { decision, diagnostics } = answer.response
  if (diagnostics.errors.length > 0) throw new PolicyFault(diagnostics.errors.map(({ policyId, error }) => `${policyId}: ${error.message}`).join('; '))
  const policy = diagnostics.reason.toSorted()[0]
  return decision === 'allow' && policy !== undefined ? { allowed: 'yes', policy } : { allowed: 'no', policy: policy ?? null }
}

const person = ({ id, role, organisation, vouched }: Asker): EntityJson => ({
  uid: uid('Person', id), parents: [],
  attrs: { role: ref('Role', role), kind: ref('Kind', organisation.kind), organisation: ref('Organisation', organisation.id), vouched: ref('Vouched', vouched) },
})

const fileEntity = ({ kind, id, organisation, reach }: KnownFile): EntityJson => ({ uid: uid(TYPES[kind], id), parents: [], attrs: { organisation: ofOrganisation(organisation), reach: ref('Reach', reach) } })

const paperEntity = ({ kind, id, organisation, to }: KnownPaper): EntityJson => ({
  uid: uid(TYPES[kind], id), parents: [], attrs: { organisation: ofOrganisation(organisation), ...(kind === 'share' && { to: ofOrganisation(to ?? organisation) }) },
})

const ofOrganisation = (id: OrganisationId) => ref('Organisation', id)
