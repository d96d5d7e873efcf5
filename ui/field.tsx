import { useId, type ReactNode } from 'react'
import { Term } from './term.tsx'

export interface Labelled {
  readonly label: string
  /** The word of the glossary that explains the label, where there is one. */
  readonly term?: string
  readonly hint?: string
  /** What keeps this from counting, and what would mend it. */
  readonly problem?: string | undefined
}

export interface Filled<Value> extends Labelled {
  readonly value: Value
  readonly onChange: (value: Value) => void
}

interface Wired {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

/** A label, what is entered, and below it what helps or what stands in the way. */
export function Field({ label, term, hint, problem, children }: Labelled & { readonly children: (wired: Wired) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <span className="label">
        <label htmlFor={id}>{label}</label>
        {term && <Term of={term} />}
      </span>
      {children({ id, ...(described && { 'aria-describedby': described }), ...(problem && { 'aria-invalid': true as const }) })}
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {problem && <p className="problem" id={`${id}-problem`}>{problem}</p>}
    </div>
  )
}

export const TextField = ({ value, onChange, ...labelled }: Filled<string>) => (
  <Field {...labelled}>
    {(wired) => <input {...wired} type="text" autoComplete="off" value={value} onChange={({ target }) => onChange(target.value)} />}
  </Field>
)

export const LongField = ({ value, onChange, ...labelled }: Filled<string>) => (
  <Field {...labelled}>
    {(wired) => <textarea {...wired} rows={2} value={value} onChange={({ target }) => onChange(target.value)} />}
  </Field>
)

export interface Option<Value extends string> {
  readonly value: Value
  readonly words: string
}

export const SelectField = <Value extends string>({ value, onChange, options, ...labelled }: Filled<Value> & { readonly options: readonly Option<Value>[] }) => (
  <Field {...labelled}>
    {(wired) => (
      <select {...wired} value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>{option.words}</option>
        ))}
      </select>
    )}
  </Field>
)
