import { useEffect, useRef } from 'react'
import { goTo } from './go-to.ts'
import { useSay } from './say.tsx'

/** A letter after `g`, and what it goes to: a part of the page, or another page. */
export interface Place {
  readonly key: string
  readonly id: string
  readonly words: string
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName) || (target instanceof HTMLInputElement && !['radio', 'checkbox', 'range', 'file', 'button'].includes(target.type)))

const TOGETHER_MS = 1_500

/** The keys of the page: `/` searches, `g` and a letter go, `?` shows them all. None acts while somebody types. */
export function useKeys(places: readonly Place[], searchId: string, onShowKeys: () => void, go: (id: string) => void = goTo): void {
  const afterG = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const place = event.timeStamp - afterG.current < TOGETHER_MS ? places.find(({ key }) => key === event.key) : undefined
      afterG.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (event.key === '/') document.getElementById(searchId)?.focus()
      else if (event.key === '?') onShowKeys()
      else if (place) go(place.id)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [places, searchId, onShowKeys, go])
}

interface KeyListProps {
  readonly places: readonly Place[]
  /** What `/` searches here, in words. */
  readonly searches: string
  readonly open: boolean
  readonly onClose: () => void
}

/** The list of keys, as a dialog that Escape closes. */
export function KeyList({ places, searches, open, onClose }: KeyListProps) {
  const say = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])
  const keys = [
    ['/', searches],
    ...places.map(({ key, words }) => [`g ${key}`, words]),
    ['?', say('keys.show')],
    ['Esc', say('keys.close')],
    ['Shift ×3', say('keys.leave')],
  ]
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{say('keys.title')}</h2>
      <table>
        <tbody>
          {keys.map(([key, does]) => (
            <tr key={key}>
              <th scope="row"><kbd dir="ltr">{key}</kbd></th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" onClick={onClose}>{say('term.close')}</button>
    </dialog>
  )
}
