import type { WeighingKind } from '../../../core/intelligence/report.ts'
import { useSay } from '../../../ui/say.tsx'
import { SelectField, type Filled } from '../form/fields.tsx'
import { useSources } from './sources-asked.ts'

/** A source of the register who can be asked to look: of one kind, under nobody's control, and with somebody's authority. */
export function SourceField({ kind, ...labelled }: Filled<string> & { readonly kind: WeighingKind }) {
  const say = useSay()
  const { sources } = useSources()
  const free = sources.filter((source) => source.kind === kind && source.mayBeTasked === 'yes')
  return <SelectField {...labelled} hint={say('task.source-hint')} options={[{ value: '', words: say('task.source-none') }, ...free.map(({ id, codeName }) => ({ value: id, words: codeName }))]} />
}
