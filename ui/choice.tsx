import { useId } from 'react'
import type { Filled, Option } from './field.tsx'
import { Mark } from './mark.tsx'
import { Term } from './term.tsx'

interface Choices<Value extends string> extends Filled<Value> {
  readonly options: readonly Option<Value>[]
  /** The value that stands where nothing is known; it is shown hatched and is never a blank. */
  readonly unknown?: Value
}

/** A question with its few answers side by side: one stop of the keyboard, arrows between answers. */
export function Choice<Value extends string>({ label, term, hint, value, onChange, options, unknown }: Choices<Value>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-labelledby={`${name}-question`} className="choice">
      <span className="label">
        <span id={`${name}-question`}>{label}</span>
        {term && <Term of={term} />}
      </span>
      <div className="answers">
        {options.map((option) => (
          <label key={option.value} className={option.value === unknown ? 'answer answer-unknown' : 'answer'}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>
              {option.value === unknown && <Mark of="unknown" />}
              {option.words}
            </span>
          </label>
        ))}
      </div>
      {hint && <p className="hint">{hint}</p>}
    </div>
  )
}
