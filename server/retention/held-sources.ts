import { foldSource } from '../../core/intelligence/source.ts'
import { sightOf } from '../../core/intelligence/source-sight.ts'
import { readSourceFact, sourceStream } from '../../wire/filing/source-filing.ts'
import type { CaseWorker } from '../case/caller.ts'
import { openFile } from '../case/open-file.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { Office } from '../office.ts'
import { readersOf } from '../sources/register.ts'
import type { KeepingFile } from './keeping-file.ts'

/**
 * Why somebody who may hold places no hold here: words lie in the file of a source who is protected, for whom they neither answer nor decide. Null where nothing stands against it.
 *
 * A hold carries the number of a case, so it says beside a source what the source may have told of.
 */
export async function unheldSource(desk: Office, who: CaseWorker, { files }: KeepingFile): Promise<AccessRefusalCode | null> {
  for (const stream of files.filter((file) => file.startsWith('source/'))) {
    const opening = await openFile(desk, { who, stream, look: who.look }, readSourceFact)
    if (!opening.accepted) return opening.code
    const known = foldSource(opening.file.entries)
    const id = stream.slice(sourceStream('').length)
    const readerOf = await readersOf(desk, { who, ids: [id], look: who.look }, 'in-a-file')
    if (!known || sightOf(readerOf(id), known.source) === 'veiled') return 'access/not-permitted'
  }
  return null
}
