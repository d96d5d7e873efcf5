import type { ReactNode } from 'react'
import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core'
import { Term } from '../../../ui/term.tsx'
import { useSay } from '../../../ui/say.tsx'
import { useProblemAt } from './form.tsx'
import { PLACE } from './place.ts'

export interface Labelled {
  readonly label: string
  /** The word of the glossary that explains the label, where there is one. */
  readonly term?: string
  readonly hint?: ReactNode
  /** What the page itself finds wrong; what the server finds comes by the place. */
  readonly problem?: string | undefined
  /** Where this stands in what is sent, such as `measures[2].owner`. */
  readonly place?: string
  readonly disabled?: boolean
}

export interface Filled<Value> extends Labelled {
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** What the fields of the component library need, from what a field of ours is given. */
export function useWired({ label, term, hint, problem, place, disabled }: Labelled) {
  const found = useProblemAt(place)
  return {
    label: term ? <>{label} <Term of={term} /></> : label,
    description: hint,
    error: problem ?? found,
    disabled: disabled ?? false,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    ...(place !== undefined && { [PLACE]: place }),
  }
}

interface TextFieldProps extends Filled<string> {
  /** How wide it is, by what goes in: a code, or a sentence. */
  readonly autoComplete?: string
  /** Names and codes of a machine are read from left to right in every language. */
  readonly direction?: 'ltr'
}

export function TextField({ value, onChange, autoComplete = 'off', direction, ...labelled }: TextFieldProps) {
  return <TextInput {...useWired(labelled)} value={value} autoComplete={autoComplete} dir={direction ?? 'auto'} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
}

export function LongField({ value, onChange, rows = 3, ...labelled }: Filled<string> & { readonly rows?: number }) {
  return <Textarea {...useWired(labelled)} value={value} rows={rows} dir="auto" autoComplete="off" onChange={({ currentTarget }) => onChange(currentTarget.value)} />
}

/** A number as it is typed; what is sent is made of it where it is read. */
export function NumberField({ value, onChange, ...labelled }: Filled<string>) {
  return <TextInput {...useWired(labelled)} value={value} inputMode="decimal" dir="ltr" autoComplete="off" className="field-number" onChange={({ currentTarget }) => onChange(currentTarget.value)} />
}

/** A password, which can be looked at while it is typed: that costs less than typing it wrong three times. */
export function PasswordField({ value, onChange, autoComplete, ...labelled }: Filled<string> & { readonly autoComplete: 'current-password' | 'new-password' }) {
  const say = useSay()
  return (
    <PasswordInput
      {...useWired(labelled)}
      value={value}
      dir="ltr"
      autoComplete={autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': say('office.show-password'), tabIndex: 0, 'aria-hidden': false }}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

export interface Option<Value extends string> {
  readonly value: Value
  readonly words: string
}

/** One of many, by the machine's own list: quickest by keyboard, and right on a tablet. */
export function SelectField<Value extends string>({ value, onChange, options, ...labelled }: Filled<Value> & { readonly options: readonly Option<Value>[] }) {
  const data = options.map((option) => ({ value: option.value, label: option.words }))
  return <NativeSelect {...useWired(labelled)} value={value} data={data} onChange={({ currentTarget }) => onChange(currentTarget.value as Value)} />
}
