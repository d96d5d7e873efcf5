import { asWritten } from '../../../ui/clock.ts'
import { Field, type Filled } from '../../../ui/field.tsx'
import { useSay } from '../../../ui/say.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { timeProblem } from '../incomplete.ts'
import { isTime, typedInstant } from '../typed-instant.ts'

/** A time as exactly as it is known: a year, a month, a day, or a day with its time and zone. Shows how it is understood. */
export function TimeField({ value, onChange, problem, ...labelled }: Filled<string>) {
  const say = useSay()
  const language = useLanguage()
  const wrong = problem ?? timeProblem(value)
  const understood = isTime(value) ? asWritten(typedInstant(value), language) : ''
  return (
    <Field {...labelled} hint={understood || (labelled.hint ?? say('time.how'))} problem={wrong && say(wrong)}>
      {(wired) => (
        <input {...wired} type="text" dir="ltr" inputMode="numeric" autoComplete="off" placeholder="2016-07-01 05:30 +07:00" value={value} onChange={({ target }) => onChange(target.value)} onBlur={({ target }) => target.value !== '' && onChange(typedInstant(target.value))} />
      )}
    </Field>
  )
}
