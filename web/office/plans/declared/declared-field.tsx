import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { LongField, NumberField, SelectField, TextField } from '../../form/fields.tsx'
import { Pick, PickSeveral } from '../../form/pick.tsx'
import { WhenField } from '../../form/when-field.tsx'
import type { DeclaredField } from './declared.ts'
import type { Typed, Wanting } from './filled.ts'

interface DeclaredFieldProps {
  readonly field: DeclaredField
  readonly typed: Typed
  readonly place: string
  /** Shown once somebody tried to record it: a field that is still being filled in is not yet wrong. */
  readonly wanting: Wanting | null
  readonly onChange: (typed: Typed) => void
}

/** Few answers stand side by side; more stand in a list. */
const SIDE_BY_SIDE = 4

/** One field as its part declares it. */
export function FieldAsDeclared({ field: { name, form, label }, typed, place, wanting, onChange }: DeclaredFieldProps) {
  const say = useSay()
  const text = typeof typed === 'string' ? typed : ''
  const shown = { label: say(`field.${label ?? name}`), place, problem: wanting ? say(wanting) : undefined }
  const filled = { ...shown, value: text, onChange }
  switch (form.is) {
    case 'long':
      return <LongField {...filled} rows={2} />
    case 'instant':
      return <WhenField {...filled} exactly="to-the-minute" />
    case 'count':
    case 'amount':
      return <NumberField {...filled} />
    case 'language':
      return <TextField {...filled} direction="ltr" hint={/^[a-z]{2,3}$/i.test(text) ? say('plan-page.language', { language: text }) : say('plan-page.language-hint')} />
    case 'several':
      return <PickSeveral {...shown} value={typeof typed === 'string' ? [] : typed} onChange={onChange} options={form.of.map((value) => ({ value, words: say(`${form.words}.${value}`) }))} />
    case 'papers':
      return <Papers {...shown} value={typeof typed === 'string' ? [] : typed} onChange={onChange} />
    case 'choice':
      return <Chosen {...filled} of={form.of} words={form.words} />
    case 'line':
      return <TextField {...filled} />
  }
}

/** Some of the documents that the plan names; one that is being written counts as soon as it can be read. */
function Papers(filled: Omit<Parameters<typeof PickSeveral>[0], 'options'>) {
  const say = useSay()
  const { operation: { sources } } = useAssessed()
  return <PickSeveral {...filled} hint={sources.length === 0 ? say('plan-page.no-papers') : undefined} options={sources.map(({ id, title, publisher }) => ({ value: id, words: `${title} · ${publisher}` }))} />
}

interface ChosenProps extends Omit<Parameters<typeof SelectField>[0], 'options' | 'onChange'> {
  readonly of: readonly string[]
  readonly words: string
  readonly onChange: (value: string) => void
}

function Chosen({ of, words, ...filled }: ChosenProps) {
  const say = useSay()
  const options = of.map((value) => ({ value, words: say(`${words}.${value}`) }))
  if (of.length <= SIDE_BY_SIDE) return <Pick {...filled} options={options} {...(of.includes('unknown') && { unknown: 'unknown' })} />
  return <SelectField {...filled} options={of.includes('unknown') ? options : [{ value: '', words: say('enter.choose') }, ...options]} />
}
