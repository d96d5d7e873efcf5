import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import type { OrganisationSent } from '../../../wire/office/organisations.ts'
import { HandOverShape, PersonShape, type HandOverSent, type PersonSent } from '../../../wire/office/people.ts'
import { Refused } from '../asking/refused.tsx'
import { useSending } from '../asking/use-sending.ts'
import { AskFirst } from '../page/ask-first.tsx'
import { Listing } from '../page/listing.tsx'
import { ChangePlace } from './change-place.tsx'
import { NameOrganisation } from './organisation-forms.tsx'
import { peopleColumns, type Intended } from './people-columns.tsx'
import { PEOPLE_PATH } from './people-path.ts'

interface PeopleListProps {
  readonly organisations: readonly OrganisationSent[]
  readonly people: readonly PersonSent[]
  readonly onHandOver: (handOver: HandOverSent) => void
}

/** Each organisation with its people under it, those who left too: they stay on the list, since what they did stays. */
export function PeopleList({ organisations, people, onHandOver }: PeopleListProps) {
  const say = useSay()
  const [intended, setIntended] = useState<Intended | null>(null)
  const password = useSending(HandOverShape, [PEOPLE_PATH])
  const leave = useSending(PersonShape, [PEOPLE_PATH])
  const refusal = password.refusal ?? leave.refusal
  const away = (): void => setIntended(null)
  const act = ({ act: what, person: { id } }: Intended): void => {
    away()
    const request = { path: `${PEOPLE_PATH}/${id}/${what}`, method: 'POST' } as const
    if (what !== 'password') void leave.send(request)
    else void password.send(request).then((answered) => answered.accepted && onHandOver(answered.value))
  }
  return (
    <>
      {refusal && <Refused refusal={refusal} />}
      {organisations.map((organisation) => (
        <OfOrganisation key={organisation.id} organisation={organisation} people={people.filter((person) => person.organisation === organisation.id)} onIntend={setIntended} />
      ))}
      {intended?.act === 'place' && <ChangePlace key={intended.person.id} person={intended.person} organisations={organisations} onAway={away} />}
      {intended && intended.act !== 'place' && (
        <AskFirst title={say(`people.${intended.act}-title`, { name: intended.person.name })} act={say(`people.${intended.act}`)} onAct={() => act(intended)} onKeep={away}>
          <p>{say(`people.${intended.act}-means`)}</p>
        </AskFirst>
      )}
    </>
  )
}

interface OfOrganisationProps {
  readonly organisation: OrganisationSent
  readonly people: readonly PersonSent[]
  readonly onIntend: (intended: Intended) => void
}

function OfOrganisation({ organisation, people, onIntend }: OfOrganisationProps) {
  const say = useSay()
  const [naming, setNaming] = useState<'yes' | 'no'>('no')
  const { id, name, kind } = organisation
  return (
    <section className="of-organisation" aria-labelledby={`organisation-${id}`}>
      <h2 id={`organisation-${id}`}><bdi>{name}</bdi> <span className="hint">{say(`organisation-kind.${kind}`)}</span></h2>
      {naming === 'yes'
        ? <NameOrganisation organisation={organisation} onAway={() => setNaming('no')} />
        : <p><button type="button" className="plain" aria-label={say('organisation.rename-which', { name })} onClick={() => setNaming('yes')}>{say('organisation.rename')}</button></p>}
      <Listing caption={say('organisation.of-kind', { name, kind: say(`organisation-kind.${kind}`) })} columns={peopleColumns(say, onIntend)} rows={people} rowKey={(person) => person.id} none={<p>{say('people.none')}</p>} />
    </section>
  )
}
