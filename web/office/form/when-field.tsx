import { TextInput } from '@mantine/core'
import { asWritten } from '../../../ui/clock.ts'
import { useSay } from '../../../ui/say.tsx'
import { isTime } from '../../entry/typed-instant.ts'
import { useLanguage } from '../../words/use-language.ts'
import { useWired, type Filled } from './fields.tsx'
import { isToTheMinute, typedFor, typedLocally } from './local-time.ts'

interface WhenFieldProps extends Filled<string> {
  /** Whether a day, a month or a year will do, or only a day with its time. */
  readonly exactly?: 'to-the-minute' | 'as-known'
}

/**
 * A time, understood as soon as it is typed and shown back with its weekday and zone.
 *
 * The zone of this machine is added where none is typed; what is sent always has one. The value is what `typedLocally`
 * makes of the text when the field is left.
 */
export function WhenField({ value, onChange, exactly = 'as-known', ...labelled }: WhenFieldProps) {
  const say = useSay()
  const language = useLanguage()
  const read = typedLocally(value)
  const problem = labelled.problem ?? lacking(value, read, exactly)
  const understood = problem === undefined && isTime(read) ? asWritten(read, language) : ''
  const wired = useWired({ ...labelled, hint: understood ? <bdi>{understood}</bdi> : (labelled.hint ?? say(`office.when-${exactly}`)), problem: problem && say(problem) })
  const now = (): void => onChange(typedLocally(typedFor(Date.now(), -new Date().getTimezoneOffset())))
  return (
    <div className="when">
      <TextInput
        {...wired}
        value={value}
        dir="ltr"
        autoComplete="off"
        placeholder="2031-03-06 05:30"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onBlur={() => value !== '' && onChange(typedLocally(value))}
      />
      <button type="button" className="plain" disabled={labelled.disabled} onClick={now}>{say('office.now')}</button>
    </div>
  )
}

/** A blank is unknown and no fault of the field; what stands there and is no time is one. */
function lacking(typed: string, read: string, exactly: 'to-the-minute' | 'as-known'): string | undefined {
  if (typed.trim() === '') return undefined
  if (!isTime(read)) return 'lacking.not-a-time'
  return exactly === 'to-the-minute' && !isToTheMinute(read) ? 'office.not-to-the-minute' : undefined
}
