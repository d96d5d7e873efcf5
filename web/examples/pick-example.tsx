import { useState } from 'react'
import { asWritten } from '../../ui/clock.ts'
import { Moment } from '../../ui/figure.tsx'
import { useSay } from '../../ui/say.tsx'
import { useLanguage } from '../words/use-language.ts'
import type { OperationFile } from '../entry/file-of.ts'
import { useExamples, type ExampleHeading } from './examples.ts'

export const SEARCH_ID = 'search-examples'

/** The examples, found by a word of their name or country; a list, so that one sees what there is. */
export function PickExample({ onOpen }: { readonly onOpen: (file: OperationFile, name: string) => void }) {
  const say = useSay()
  const language = useLanguage()
  const { headings, load } = useExamples()
  const [sought, setSought] = useState('')
  const open = ({ id, name }: ExampleHeading) => {
    const file = load(id)
    if (file) onOpen(file, name)
  }
  const found = headings.filter((heading) => matches(heading, sought))
  return (
    <div className="pick-example">
      <label htmlFor={SEARCH_ID}>{say('example.find')}</label>
      <input id={SEARCH_ID} type="search" autoComplete="off" value={sought} onChange={({ target }) => setSought(target.value)} />
      <ul>
        {found.map((heading) => (
          <li key={heading.id}>
            <button type="button" className="example" onClick={() => open(heading)}>
              <span className="example-name">{heading.name}</span>
              <span className="example-facts"><bdi>{heading.jurisdiction}</bdi> · <Moment>{asWritten(heading.at.slice(0, 10), language)}</Moment> · {say(`operation.${heading.operation}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="hint">{say('example.none')}</p>}
    </div>
  )
}

const matches = ({ name, jurisdiction, at }: ExampleHeading, sought: string): boolean =>
  sought.trim().toLowerCase().split(/\s+/).every((word) => `${name} ${jurisdiction} ${at}`.toLowerCase().includes(word))
