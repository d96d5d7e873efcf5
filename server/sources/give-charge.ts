import type { SourceCharge } from '../../core/intelligence/source-facts.ts'
import type { CaseRole } from '../../core/kernel/access.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import { sourceStream } from '../../wire/filing/source-filing.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { refuse } from '../http/problem.ts'
import { askerOf } from '../need/asker-of.ts'
import { knownFiles } from '../rights/known-files.ts'
import type { Asker } from '../rights/rights.ts'

type Part = keyof SourceCharge

/** Whose work it is to answer for a source. Whoever authorises their use is never one of the two: enforcement-side 1.7, CH-4, from memory. */
const WORK_OF: Readonly<Record<Part, readonly Asker['role'][]>> = {
  handler: ['source-handler', 'analyst', 'planner'] satisfies readonly CaseRole[],
  controller: ['source-controller', 'analyst', 'planner'] satisfies readonly CaseRole[],
}

const OTHER_WORK = { handler: 'source/may-not-handle', controller: 'source/may-not-oversee' } as const

/** Who a source would be given to, in which organisation, and who answers for them now. */
interface Given {
  readonly organisation: OrganisationId
  readonly charge: Readonly<Record<Part, string>>
  readonly before: SourceCharge | null
}

/** Why a source is not given to those who were named; null where nothing stands in the way. Whoever keeps what they had is not asked about. */
export async function refuseCharge(desk: CaseDesk, { organisation, charge, before }: Given): Promise<Response | null> {
  for (const part of ['handler', 'controller'] as const) {
    const refused = charge[part] === before?.[part] ? null : await refusePerson(desk, organisation, { part, id: charge[part] })
    if (refused) return refused
  }
  return null
}

async function refusePerson(desk: CaseDesk, organisation: OrganisationId, { part, id }: { readonly part: Part; readonly id: string }): Promise<Response | null> {
  const person = await askerOf(desk, id)
  const no = (code: Parameters<typeof refuse>[1]['code'], detail: string): Response => refuse(desk.speak, { code, detail: `${part}: ${detail}`, expected: 'GET /api/colleagues' })
  if (person === null) return no('source/not-a-colleague', 'Nobody who works on cases here has this id.')
  if (person.organisation.id !== organisation) return no('source/of-another-organisation', 'They work in another organisation than the one that registered the source.')
  if (person.vouched !== 'yes') return no('source/not-vouched', 'No colleague has vouched for them yet.')
  return WORK_OF[part].includes(person.role) ? null : no(OTHER_WORK[part], `This is the work of: ${WORK_OF[part].join(', ')}.`)
}

/** Whose the file of a source is; null where there is none. */
export async function organisationOf({ cases, now }: CaseDesk, source: string): Promise<OrganisationId | null> {
  const stream = sourceStream(source)
  return (await knownFiles(cases.entries, [stream], { person: '', now: now() })).get(stream)?.organisation ?? null
}
