import type { Ground } from '../../../core/retention/grounds.ts'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { SelectField, type Filled } from '../form/fields.tsx'

interface GroundFieldProps<Code extends string> extends Omit<Filled<Code>, 'label'> {
  readonly grounds: Readonly<Record<Code, Ground>>
  /** The list that the codes are of, as their words name it. */
  readonly of: string
}

/** A ground from a closed list, with where it comes from and how sure that is. */
export function GroundField<Code extends string>({ grounds, of, ...filled }: GroundFieldProps<Code>) {
  const say = useSay()
  const ground = grounds[filled.value]
  return (
    <>
      <SelectField label={say('keeping.ground')} {...filled} options={(Object.keys(grounds) as Code[]).map((value) => ({ value, words: say(`${of}.${value}`) }))} />
      <p className={ground.sureness === 'unverified' ? 'hint unverified' : 'hint'}>{ground.sureness === 'unverified' && <Mark of="unknown" />} <bdi>{ground.source}</bdi> · {say(`keeping.sureness-${ground.sureness}`)}</p>
    </>
  )
}
