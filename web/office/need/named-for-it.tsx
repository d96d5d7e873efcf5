import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { ColleagueField } from '../colleagues/colleague-field.tsx'
import { When } from '../figures/when.tsx'
import { LongField } from '../form/fields.tsx'
import { NeedActForm } from './need-act-form.tsx'
import type { FileName, ShownNeed } from './need-asked.ts'

interface OfFile {
  readonly file: FileName
  readonly need: ShownNeed
}

/** Everybody who was named for a file: why, by whom and since when; whoever opened it stands first. */
export function NamedForIt({ file, need }: OfFile) {
  const say = useSay()
  const nameOf = (id: string): string => need.names[id] ?? id
  return (
    <>
      <h3>{say('need.named')}</h3>
      <ul className="need-named">
        {need.openedBy !== '' && <li><strong><bdi>{nameOf(need.openedBy)}</bdi></strong> <span className="hint">{say('need.opened-it')}</span></li>}
        {need.named.map((one) => <NamedOne key={one.person} file={file} need={need} one={one} />)}
      </ul>
      {need.named.length === 0 && <p className="none-yet">{say('need.nobody-named')}</p>}
      {need.mayName === 'yes' && <NameSomebody file={file} need={need} />}
    </>
  )
}

function NamedOne({ file, need, one: { person, because, given } }: OfFile & { readonly one: ShownNeed['named'][number] }) {
  const say = useSay()
  const [ending, setEnding] = useState(false)
  const name = need.names[person] ?? person
  return (
    <li>
      <strong><bdi>{name}</bdi></strong> <bdi>{because}</bdi>{' '}
      <span className="hint">{say('need.named-by', { who: need.names[given.by] ?? given.by })} · <When at={given.receivedAt} /></span>{' '}
      {need.mayName === 'yes' && !ending && <button type="button" className="plain" onClick={() => setEnding(true)} aria-label={say('need.end-of', { who: name })}>{say('need.end')}</button>}
      {ending && (
        <NeedActForm file={file} version={need.version} form={`end/${person}`} blank={{ because: '' }} act={say('need.end-of', { who: name })} write={(value) => ({ act: 'end', person, because: value.because })} onAway={() => setEnding(false)}>
          {(draft) => <LongField label={say('need.because')} {...draft.at('because')} rows={2} />}
        </NeedActForm>
      )}
    </li>
  )
}

function NameSomebody({ file, need }: OfFile) {
  const say = useSay()
  const [naming, setNaming] = useState(false)
  if (!naming) return <button type="button" onClick={() => setNaming(true)}>{say('need.name')}</button>
  return (
    <NeedActForm file={file} version={need.version} form="name" blank={{ person: '', because: '' }} act={say('need.name')} write={({ person, because }) => ({ act: 'name', person, because })} onAway={() => setNaming(false)}>
      {(draft) => (
        <>
          <ColleagueField label={say('need.whom')} {...draft.at('person')} />
          <LongField label={say('need.because')} hint={say('need.because-hint')} {...draft.at('because')} rows={2} />
        </>
      )}
    </NeedActForm>
  )
}
