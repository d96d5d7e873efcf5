import { telephonesIn } from '../../core/intelligence/marks-of.ts'
import type { SourceFact } from '../../core/intelligence/source-facts.ts'
import type { SaysWho } from '../../ledger/marks.ts'

/** The facts that say who somebody is, and by what each makes them known. Whoever brings another kind of person adds a line here, and they are found. */
export const SAYS_WHO: SaysWho = {
  'source/identified': (said) => {
    const { identity: { name, contact } } = said as Extract<SourceFact, { readonly type: 'source/identified' }>
    return { names: [name], telephones: telephonesIn(contact ?? '') }
  },
}
