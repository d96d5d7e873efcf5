import { useId } from 'react'
import { useSay } from './say.tsx'

/**
 * A word of the glossary, one key away: what it means here, and the standard it comes from.
 *
 * The note lies over the page at the same place each time, and Escape puts it away.
 */
export function Term({ of }: { readonly of: string }) {
  const say = useSay()
  const id = useId()
  const word = say(`term.${of}`)
  return (
    <>
      <button type="button" className="term" popoverTarget={id} aria-label={say('term.explain', { word })}>
        <span aria-hidden="true">?</span>
      </button>
      <span popover="auto" id={id} className="note" role="note">
        <span className="note-word">{word}</span>
        <span>{say(`term.${of}-means`)}</span>
        <span className="note-standard">{say('term.standard', { standard: say(`term.${of}-standard`) })}</span>
        <button type="button" popoverTarget={id} popoverTargetAction="hide">{say('term.close')}</button>
      </span>
    </>
  )
}
