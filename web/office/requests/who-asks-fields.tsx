import { IDENTITY_CHECKS, type WhoAsks } from '../../../core/rights/request-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import { SelectField } from '../form/fields.tsx'
import { Pick } from '../form/pick.tsx'
import type { Draft } from '../form/use-draft.ts'

const MANDATES = ['seen', 'not-seen', 'unknown'] as const
const IN_FILES = ['in-no-file', 'in-the-files', 'unknown'] as const

/** Who asks: whether this is the person, and whether whoever speaks for them may. */
export function WhoAsksFields<Value extends WhoAsks>({ draft }: { readonly draft: Draft<Value> }) {
  const say = useSay()
  const { at } = draft as unknown as Draft<WhoAsks>
  return (
    <>
      <SelectField label={say('request.identity')} {...at('identity')} options={IDENTITY_CHECKS.map((value) => ({ value, words: say(`identity-check.${value}`) }))} />
      <Pick label={say('request.mandate')} unknown="unknown" {...at('mandate')} options={MANDATES.map((value) => ({ value, words: say(`request.mandate-${value}`) }))} />
      <Pick label={say('request.go-between')} hint={say('request.go-between-hint')} unknown="unknown" {...at('goBetweenIs')} options={IN_FILES.map((value) => ({ value, words: say(`request.go-between-${value}`) }))} />
    </>
  )
}
