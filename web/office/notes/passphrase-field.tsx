import { PasswordInput } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import { useWired, type Filled } from '../form/fields.tsx'

/** A passphrase for notes. The browser is asked not to keep it beside the password to sign in with. */
export function PassphraseField({ value, onChange, ...labelled }: Filled<string>) {
  const say = useSay()
  return (
    <PasswordInput
      {...useWired(labelled)}
      value={value}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      visibilityToggleButtonProps={{ 'aria-label': say('notes.show-passphrase'), tabIndex: 0, 'aria-hidden': false }}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
