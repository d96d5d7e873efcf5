import { useState, type FormEvent } from 'react'
import { useSay } from '../../../ui/say.tsx'

export const SEARCH_ID = 'search'

/** What a page calls a search of its own; `/` leads there where there is none of everything. */
export const PAGE_SEARCH_ID = 'page-search'

/**
 * Where one searches everything; `/` leads here.
 *
 * What is searched for travels beside the address and not in it: an address is kept by browsers and printed on paper.
 */
export function SearchBox({ onSearch }: { readonly onSearch: (words: string) => void }) {
  const say = useSay()
  const [words, setWords] = useState('')
  const search = (event: FormEvent): void => {
    event.preventDefault()
    if (words.trim() !== '') onSearch(words.trim())
  }
  return (
    <form role="search" className="search-box" onSubmit={search} autoComplete="off">
      <input id={SEARCH_ID} type="search" aria-label={say('search.label')} placeholder={say('search.hint')} value={words} dir={words === '' ? undefined : 'auto'} onChange={({ target }) => setWords(target.value)} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}
