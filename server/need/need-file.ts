import { sql } from 'kysely'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { foldNeed, type Need } from '../../core/need-to-know/need.ts'
import type { NeedFactRead } from '../../core/need-to-know/need-facts.ts'
import { needStream, readNeedFact } from '../../wire/filing/need-filing.ts'
import { notedAnswer } from '../../wire/office/site-answer.ts'
import type { NeedAnswer } from '../../wire/office/need.ts'
import type { CaseWorker } from '../case/caller.ts'
import { namesOf } from '../case/names.ts'
import { asRead, type OpenFile } from '../case/open-file.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { Office } from '../office.ts'
import { knownFiles } from '../rights/known-files.ts'

export type NeedOpening = { readonly accepted: true; readonly file: OpenFile<NeedFactRead>; readonly need: Need } | { readonly accepted: false; readonly code: AccessRefusalCode }

/** Opens who needs to know a file, for somebody who may read or name for it. Where nothing was ever recorded of it, it reaches the unit. */
export async function openNeed({ gate, cases }: Office, who: CaseWorker, file: string, action: 'read' | 'name' = 'read'): Promise<NeedOpening> {
  const admitted = await gate.admit(who, needStream(file), who.look, action)
  if (!admitted.accepted) return admitted
  const read = asRead(await cases.sealed.read(admitted.access), admitted.access, readNeedFact)
  return { accepted: true, file: read, need: foldNeed(read.entries) }
}

/** Who needs to know a file, with their names and why. */
export async function needShown(office: Office, who: CaseWorker, file: string, { need, file: { version } }: Extract<NeedOpening, { accepted: true }>): Promise<NeedAnswer> {
  const { rows } = await sql<{ opened_by: string | null }>`select opened_by from files where file = ${file}`.execute(office.cases.entries.db)
  const known = (await knownFiles(office.cases.entries, [file], { person: who.id, now: office.now() })).get(file)
  const openedBy = rows[0]?.opened_by ?? ''
  const people = [openedBy, ...need.named.flatMap(({ person, given }) => [person, given.by]), ...need.glasses.flatMap(({ glass }) => [glass.person, ...glass.told])]
  return {
    reach: need.reach, organisation: known?.organisation ?? '', openedBy, version,
    named: need.named.map(({ person, because, given }) => ({ person, because, given: notedAnswer(given) })),
    glasses: need.glasses.map(({ glass, noted, review }) => ({
      glass: noted.entry, person: glass.person, danger: glass.danger, says: glass.says, at: isoOf(instant(noted.receivedAt ?? noted.recordedAt)), until: isoOf(glass.until), told: [...glass.told], reviewed: review?.judgement ?? null,
    })),
    mayName: known && office.rights.onFile(who, 'name', known, who.look).allowed === 'yes' ? 'yes' : 'no',
    names: { ...(await namesOf(office, people)) },
  }
}
