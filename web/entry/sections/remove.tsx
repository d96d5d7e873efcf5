import { useSay } from '../../../ui/say.tsx'

/** Takes one row away; it can be brought back. */
export function Remove({ what, onRemove }: { readonly what: string; readonly onRemove: () => void }) {
  const say = useSay()
  return <button type="button" className="plain" aria-label={say('enter.remove-what', { what })} onClick={onRemove}>{say('enter.remove')}</button>
}
