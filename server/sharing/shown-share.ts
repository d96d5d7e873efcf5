import type { Context } from 'hono'
import { sql } from 'kysely'
import type { ShareRow } from '../../ledger/tables/share-table.ts'
import { refuseLook, tagOf } from '../case/answers.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { namesOf } from '../case/names.ts'
import { openGrounds } from './grounds.ts'
import type { ActingOn } from './share-act.ts'
import { peopleInShare, shareAnswer } from './share-answers.ts'
import { openShare } from './share-file.ts'
import { lineOf, organisationNames, peopleInRow } from './share-list.ts'

/** Something passed on, for those who pass it on. What the check finds stands beside it where the file it came from is open to whoever asks. */
export async function shownShare(c: Context, desk: CaseDesk, { who, look, id }: ActingOn): Promise<Response> {
  const opening = await openShare(desk, { who, look, id, side: 'giver' })
  if (!opening.accepted) return refuseLook(desk, opening.code)
  const { share, version } = opening
  const { rows: [row] } = await sql<ShareRow>`select * from shares where id = ${id}`.execute(desk.cases.entries.db)
  if (!row) return refuseLook(desk, 'access/no-such-file')
  const opened = share.draft ? await openGrounds(desk, { who, look, file: share.file }) : null
  const names = await namesOf(desk, [...peopleInRow(row), ...peopleInShare(share)])
  return c.json(shareAnswer(share, lineOf(row, await organisationNames(desk)), { grounds: opened?.accepted ? opened.grounds : null, names }), 200, { etag: tagOf(version) })
}
