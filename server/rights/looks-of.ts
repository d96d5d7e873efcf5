import { LOOKS, type Look } from '../../core/kernel/access.ts'
import { RELATIONS, type Asker, type Rights } from './rights.ts'

/** For which purposes the policies would let somebody read anything at all, however they stood to it: what a screen offers them. */
export const looksOf = (rights: Rights, who: Asker): readonly Look[] =>
  LOOKS.filter((look) => {
    const theirs = { organisation: who.organisation.id, reach: 'unit', id: 'any' } as const
    const files = (['site', 'plan', 'source'] as const).some((kind) => rights.onFile(who, 'read', { ...theirs, kind, relations: RELATIONS }, look).allowed === 'yes')
    return files || rights.onPaper(who, 'read-share', { kind: 'share', id: 'any', organisation: theirs.organisation, to: theirs.organisation }, look).allowed === 'yes'
  })
