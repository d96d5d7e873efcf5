import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { LOOKS, type Look } from '../../../core/kernel/access.ts'
import { useSay } from '../../../ui/say.tsx'
import type { Sent } from '../../../wire/api.ts'
import { FoundPeopleShape } from '../../../wire/office/finding.ts'
import { useSending } from '../asking/use-sending.ts'
import { SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Page } from '../page/page.tsx'

type Found = Sent<typeof FoundPeopleShape>

/** What was typed stays in this part of the page: it is no draft, stands in no address, and goes when the page is left. */
const BLANK = { look: '' as Look | '', name: '', telephone: '', born: '' }
type Typed = typeof BLANK

/** Finding somebody whose words are sealed: why first, then what is known of them, then the answer. */
export function FindPage() {
  const say = useSay()
  const [typed, setTyped] = useState<Typed>(BLANK)
  const [found, setFound] = useState<Found | null>(null)
  const { send, refusal, waiting, settle } = useSending(FoundPeopleShape)
  const at = <Field extends keyof Typed>(place: Field) => ({
    place, value: typed[place],
    onChange: (value: Typed[Field]) => {
      setTyped((before) => ({ ...before, [place]: value }))
      setFound(null)
    },
  })
  const find = async (): Promise<void> => {
    setFound(null)
    const answered = await send({ path: '/api/find', body: said(typed) })
    if (answered.accepted) setFound(answered.value)
  }
  const empty = (): void => {
    setTyped(BLANK)
    setFound(null)
    settle()
  }
  return (
    <Page title={say('place.find')}>
      <p className="hint">{say('find.for')}</p>
      <section className="panel">
        <Form onSend={() => void find()} refusal={refusal} waiting={waiting} act={say('find.do')} what={say('find.searching')} onDiscard={empty}>
          <SelectField label={say('find.why')} hint={say('find.why-hint')} {...at('look')} options={[{ value: '', words: say('find.why-choose') }, ...LOOKS.map((value) => ({ value, words: say(`look-for.${value}`) }))]} />
          <div className="fields">
            <TextField label={say('find.name')} hint={say('find.name-hint')} {...at('name')} />
            <TextField label={say('find.telephone')} hint={say('find.telephone-hint')} direction="ltr" {...at('telephone')} />
            <TextField label={say('find.born')} hint={say('find.born-hint')} direction="ltr" {...at('born')} />
          </div>
        </Form>
      </section>
      <div role="status">{found && <Answer found={found} />}</div>
    </Page>
  )
}

/** What was filled in, and nothing of what was not. */
const said = (typed: Typed) => Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, value.trim()]).filter(([, value]) => value !== ''))

function Answer({ found: { found, ask, left } }: { readonly found: Found }) {
  const say = useSay()
  return (
    <section className="found">
      <h2>{say('find.answer')}</h2>
      {found.length === 0 && ask.length === 0 && <p className="listing-none">{say('find.nobody')}</p>}
      {found.length > 0 && (
        <ul className="entries">
          {found.map(({ file, name, agrees }) => (
            <li key={file}>
              <Link to="/sources"><strong><bdi>{name}</bdi></strong></Link> {say('find.agrees')} {agrees.map((field) => say(`find.agrees-${field}`)).join(', ')}
            </li>
          ))}
        </ul>
      )}
      {ask.length > 0 && <p>{say('find.ask')} {ask.map(({ id, name }) => <strong key={id}><bdi>{name}</bdi> </strong>)}</p>}
      <p className="hint">{say('find.left', { left })}</p>
    </section>
  )
}
