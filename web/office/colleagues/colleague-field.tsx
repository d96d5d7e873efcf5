import { useSay } from '../../../ui/say.tsx'
import { SelectField, type Filled } from '../form/fields.tsx'
import { useSession } from '../session/use-session.ts'
import { useColleagues } from './use-colleagues.ts'

/** The id of whoever is signed in; blank while nobody knows. */
export const useMe = (): string => useSession().answer?.person?.id ?? ''

/** Who answers for something: oneself first, then everybody who works on cases here, each with what they are here as. */
export function ColleagueField(labelled: Filled<string>) {
  const say = useSay()
  const me = useSession().answer?.person
  const others = useColleagues().filter(({ id }) => id !== me?.id).toSorted((a, b) => a.name.localeCompare(b.name))
  const options = [
    ...(labelled.value === '' ? [{ value: '', words: say('colleague.nobody-yet') }] : []),
    ...(me ? [{ value: me.id, words: say('colleague.oneself', { name: me.name }) }] : []),
    ...others.map(({ id, name, role }) => ({ value: id, words: say('colleague.of', { name, role }) })),
  ]
  return <SelectField {...labelled} options={options} />
}
