/** Some of a few things, by ticking them. Shows nothing where there is nothing to tick. */
export function PickSeveral({ label, options, picked, onChange }: {
  readonly label: string
  readonly options: readonly { readonly id: string; readonly words: string }[]
  readonly picked: readonly string[]
  readonly onChange: (picked: readonly string[]) => void
}) {
  if (options.length === 0) return null
  const toggle = (id: string) => onChange(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id])
  return (
    <fieldset className="several">
      <legend>{label}</legend>
      {options.map(({ id, words }) => (
        <label key={id}>
          <input type="checkbox" checked={picked.includes(id)} onChange={() => toggle(id)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}
