import { useId } from 'react'
import { Mark } from '../../../ui/mark.tsx'
import { Term } from '../../../ui/term.tsx'
import type { Filled, Option } from './fields.tsx'
import { useProblemAt } from './form.tsx'
import { PLACE } from './place.ts'

interface PickProps<Value extends string> extends Filled<Value> {
  readonly options: readonly Option<Value>[]
  /** The value that stands where nothing is known; it is shown hatched and is never a blank. */
  readonly unknown?: Value
}

/** A question with its few answers side by side: one stop of the keyboard, arrows between answers. */
export function Pick<Value extends string>({ label, term, hint, value, onChange, options, unknown, place, problem, disabled }: PickProps<Value>) {
  const name = useId()
  const found = useProblemAt(place)
  const wrong = problem ?? found
  return (
    <fieldset className="choice" role="radiogroup" disabled={disabled} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${name}-problem` : undefined}>
      <legend className="label">{label}{term && <Term of={term} />}</legend>
      <div className="answers">
        {options.map((option, at) => (
          <label key={option.value} className={option.value === unknown ? 'answer answer-unknown' : 'answer'}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} {...(at === 0 && place !== undefined && { [PLACE]: place })} />
            <span>
              {option.value === unknown && <Mark of="unknown" />}
              {option.words}
            </span>
          </label>
        ))}
      </div>
      {hint && <p className="hint">{hint}</p>}
      {wrong && <p className="problem" id={`${name}-problem`}>{wrong}</p>}
    </fieldset>
  )
}

interface PickSeveralProps<Value extends string> extends Filled<readonly Value[]> {
  readonly options: readonly Option<Value>[]
}

/** A question with several answers at once. */
export function PickSeveral<Value extends string>({ label, term, hint, value, onChange, options, place, problem, disabled }: PickSeveralProps<Value>) {
  const name = useId()
  const found = useProblemAt(place)
  const wrong = problem ?? found
  const toggled = (one: Value): readonly Value[] => (value.includes(one) ? value.filter((other) => other !== one) : [...value, one])
  return (
    <fieldset className="several" disabled={disabled} aria-describedby={wrong ? `${name}-problem` : undefined}>
      <legend className="label">{label}{term && <Term of={term} />}</legend>
      {options.map((option, at) => (
        <label key={option.value}>
          <input type="checkbox" checked={value.includes(option.value)} onChange={() => onChange(toggled(option.value))} {...(at === 0 && place !== undefined && { [PLACE]: place })} />
          <span>{option.words}</span>
        </label>
      ))}
      {hint && <p className="hint">{hint}</p>}
      {wrong && <p className="problem" id={`${name}-problem`}>{wrong}</p>}
    </fieldset>
  )
}
