import { useSay } from '../../../ui/say.tsx'
import { TextField } from '../form/fields.tsx'

interface CodeFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
}

/** The six figures a telephone shows, or a recovery code. */
export function CodeField({ value, onChange, hint }: CodeFieldProps) {
  const say = useSay()
  return <TextField label={say('code.label')} hint={hint ?? say('code.hint')} place="code" value={value} onChange={onChange} autoComplete="one-time-code" direction="ltr" />
}
