import { foldSource } from '../../core/intelligence/source.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { newId } from '../../crypto/token.ts'
import { fileSourceFact, sourceStream } from '../../wire/filing/source-filing.ts'
import type { SiteAct } from '../../wire/office/site-acts.ts'
import { readAgainst } from '../../wire/office/site-commands.ts'
import { taskingFact } from '../../wire/office/source-commands.ts'
import type { Decided, ToFile } from '../case/act-on-file.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import type { SourceFiles } from './register.ts'

/** A task as it is about to be filed at its site, with the files of the sources it may name. */
interface SettingTask {
  readonly act: SiteAct
  readonly site: string
  readonly now: Instant
  readonly files: SourceFiles
  readonly toFile: ToFile
}

/**
 * Has a task that names a source stand in both files, or in neither.
 *
 * It is decided on the source's file as it was opened with the site: where somebody says meanwhile that they are held, or stops their use,
 * nothing is kept. A task of which no source is named is left as it is.
 */
export function withTasking(desk: CaseDesk, { act, site, now, files, toFile }: SettingTask): Decided {
  if (act.act !== 'set-task' || act.source === undefined) return { accepted: true, toFile }
  const [stream, file] = [sourceStream(act.source), files.get(act.source)]
  const id = taskedUnder(act.id, file) ?? newId()
  const before = readAgainst(file?.entries ?? [], id, now)
  const tasked = taskingFact({ task: act.id, site, says: act.question }, foldSource(before.entries)?.source ?? null, now)
  if (tasked.made === 'refusal') return { accepted: false, response: refuseDomain(desk, tasked.refusal) }
  const expected = [...(toFile.expected ?? []), { stream, version: file?.version ?? 0 }]
  return { accepted: true, toFile: { ...toFile, expected, also: [{ id, stream, fact: fileSourceFact(act.source, tasked.fact) }] } }
}

/**
 * The entry in the source's file in which a task stands already, so that the same task sent twice is kept once in both.
 *
 * Its id is drawn and follows from nothing: whoever could name it would learn, by sending something else under it, that the task names a source.
 */
const taskedUnder = (task: string, file: ReturnType<SourceFiles['get']>): string | undefined =>
  file?.entries.find(({ fact }) => fact.type === 'source/tasked' && fact.task === task)?.id
