import { sql } from 'kysely'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { provisionBehind } from '../../core/rights/grounds.ts'
import type { RequestOnFile } from '../../core/rights/request.ts'
import { requestStream } from '../../wire/filing/request-filing.ts'
import type { HoldingsAnswer } from '../../wire/office/requests-holdings.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import type { Office } from '../office.ts'
import { located } from '../people/located.ts'
import type { SignedIn } from '../session/sessions.ts'
import { controllers, lookHere, RIGHTS_POLICY, type Controller } from './request-desk.ts'

/** As many looks of one file as are told; that there are more is told too. */
const MOST_LOOKS = 200

type Looked = Pick<HoldingsAnswer['ofTheRequest'], 'looks' | 'moreLooks'>
type Known = ReadonlyMap<string, Controller>

/**
 * Where somebody stands in the files, as the desk noted it, with who answers for each and who looked.
 *
 * Each file is asked for at the gate. Of one that is not for the clerk nothing is told, nor whether it is there.
 */
export async function holdingsOf(desk: CaseDesk, who: SignedIn, id: string, { holdings, asked }: RequestOnFile): Promise<HoldingsAnswer> {
  const known = await controllers(desk)
  const files = [...new Set(holdings.map(({ file }) => file))]
  const admitted = files.length === 0 ? [] : await desk.gate.admitToEach(who, files, lookHere(who))
  const open = files.filter((_file, at) => admitted[at]?.accepted)
  const owners = await ownersOf(desk, open)
  const looked = new Map(await Promise.all(open.map(async (file) => [file, await looksAt(desk, file, known)] as const)))
  return {
    holdings: holdings.map(({ file, report, says, basis }) => {
      const looks = looked.get(file)
      return {
        file, report, says, isFor: looks ? 'you' : 'not-for-you', controller: looks ? controllerIn(known, owners.get(file) ?? '') : null,
        basis, law: { provision: provisionBehind(basis), sureness: 'unverified' }, looks: looks?.looks ?? [], moreLooks: looks?.moreLooks ?? 'no',
      }
    }),
    ofTheRequest: { controller: controllerIn(known, asked.organisation) ?? { id: asked.organisation, kind: who.organisation.kind, name: asked.organisation }, ...(await looksAt(desk, requestStream(id), known)) },
    lookersTold: RIGHTS_POLICY.lookersTold.value,
  }
}

const controllerIn = (known: Known, id: string): Controller | null => known.get(id) ?? null

/** The organisations that opened some files. */
async function ownersOf({ cases }: Pick<Office, 'cases'>, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (files.length === 0) return new Map()
  const { rows } = await sql<{ file: string; organisation: string }>`select file, organisation from files where organisation is not null and file in (${sql.join([...files])})`.execute(cases.entries.db)
  return new Map(rows.map(({ file, organisation }) => [file, organisation]))
}

/** Who looked into a file, the newest first: their role then, their organisation, and why; a name only where the policy of rights says so. */
async function looksAt({ cases: { desk: { db, where } } }: Pick<Office, 'cases'>, stream: string, known: Known): Promise<Looked> {
  const asked = db.selectFrom('looks').leftJoin('people', 'people.id', 'looks.who').select(['looks.at', 'looks.role', 'looks.look', 'people.organisation', 'people.name'])
  const rows = await located(asked.where('looks.stream', '=', stream).where('looks.allowed', '=', 'yes').orderBy('looks.number', 'desc').limit(MOST_LOOKS + 1).execute(), where)
  const byName = RIGHTS_POLICY.lookersTold.value === 'name'
  return {
    looks: rows.slice(0, MOST_LOOKS).map(({ at, role, look, organisation, name }) => ({
      at: isoOf(instant(at)), role, look: look === 'none' ? null : look, organisation: known.get(organisation ?? '')?.name ?? organisation ?? '', name: byName ? name : null,
    })),
    moreLooks: rows.length > MOST_LOOKS ? 'yes' : 'no',
  }
}
