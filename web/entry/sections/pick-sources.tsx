import { useSay } from '../../../ui/say.tsx'
import { useFilling } from '../entry-state.ts'
import { PickSeveral } from './pick-several.tsx'

/** Where something was read, among the sources entered below. */
export function PickSources({ picked, onChange }: { readonly picked: readonly string[]; readonly onChange: (picked: readonly string[]) => void }) {
  const say = useSay()
  const { draft: { sources } } = useFilling()
  return <PickSeveral label={say('enter.read-in')} options={sources.map(({ id, title, publisher }) => ({ id, words: title.trim() || publisher.trim() || id }))} picked={picked} onChange={onChange} />
}
