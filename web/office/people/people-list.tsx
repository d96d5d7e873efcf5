import { useState } from 'react'
import { useSay, type Say } from '../../../ui/say.tsx'
import { HandOverShape, PersonShape, type HandOverSent, type PersonSent } from '../../../wire/office/people.ts'
import { Refused } from '../asking/refused.tsx'
import { useSending } from '../asking/use-sending.ts'
import { Day, When } from '../figures/when.tsx'
import { AskFirst } from '../page/ask-first.tsx'
import { Listing, type Column } from '../page/listing.tsx'
import { PEOPLE_PATH } from './people-path.ts'

interface PeopleListProps {
  readonly people: readonly PersonSent[]
  readonly onHandOver: (handOver: HandOverSent) => void
}

/** What is about to be done to somebody's access, and is asked about first. */
interface Intended {
  readonly act: 'password' | 'take-away' | 'leave'
  readonly person: PersonSent
}

/** Everybody who works here, and those who left: they stay on the list, since what they did stays. */
export function PeopleList({ people, onHandOver }: PeopleListProps) {
  const say = useSay()
  const [intended, setIntended] = useState<Intended | null>(null)
  const password = useSending(HandOverShape, [PEOPLE_PATH])
  const leave = useSending(PersonShape, [PEOPLE_PATH])
  const refusal = password.refusal ?? leave.refusal
  const act = ({ act: what, person: { id } }: Intended): void => {
    setIntended(null)
    const request = { path: `${PEOPLE_PATH}/${id}/${what}`, method: 'POST' } as const
    if (what !== 'password') void leave.send(request)
    else void password.send(request).then((answered) => answered.accepted && onHandOver(answered.value))
  }
  return (
    <>
      {refusal && <Refused refusal={refusal} />}
      <Listing caption={say('place.people')} columns={columnsOf(say, setIntended)} rows={people} rowKey={({ id }) => id} none={<p>{say('people.none')}</p>} />
      {intended && (
        <AskFirst title={say(`people.${intended.act}-title`, { name: intended.person.name })} act={say(`people.${intended.act}`)} onAct={() => act(intended)} onKeep={() => setIntended(null)}>
          <p>{say(`people.${intended.act}-means`)}</p>
        </AskFirst>
      )}
    </>
  )
}

const columnsOf = (say: Say, intend: (intended: Intended) => void): readonly Column<PersonSent>[] => [
  { id: 'name', head: say('people.name'), cell: ({ name }) => <strong><bdi>{name}</bdi></strong> },
  { id: 'sign-in-name', head: say('people.sign-in-name'), cell: ({ signInName }) => <bdi dir="ltr">{signInName}</bdi> },
  { id: 'role', head: say('people.role'), cell: ({ role }) => say(`role.${role}`) },
  { id: 'standing', head: say('people.standing'), cell: ({ leftAt, password }) => (leftAt === null ? say(`people.password-${password}`) : <>{say('people.left')} <When at={leftAt} /></>) },
  { id: 'made', head: say('people.since'), room: 'wide', cell: ({ madeAt }) => <Day at={madeAt} /> },
  {
    id: 'acts',
    head: say('people.acts'),
    cell: (person) => person.leftAt === null && (
      <span className="row-acts">
        {(['password', 'take-away', 'leave'] as const).map((act) => (
          <button key={act} type="button" className="plain" aria-label={say(`people.${act}-for`, { name: person.name })} onClick={() => intend({ act, person })}>{say(`people.${act}`)}</button>
        ))}
      </span>
    ),
  },
]
