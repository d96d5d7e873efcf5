import type { Say } from '../../../ui/say.tsx'
import type { PersonSent } from '../../../wire/office/people.ts'
import { Day, When } from '../figures/when.tsx'
import type { Column } from '../page/listing.tsx'

/** What is about to be done to somebody's access, and is asked about first. */
export interface Intended {
  readonly act: 'place' | 'password' | 'take-away' | 'leave'
  readonly person: PersonSent
}

/** What the administrator sees of somebody, and can do about their access. */
export const peopleColumns = (say: Say, intend: (intended: Intended) => void): readonly Column<PersonSent>[] => [
  { id: 'name', head: say('people.name'), cell: ({ name }) => <strong><bdi>{name}</bdi></strong> },
  { id: 'sign-in-name', head: say('people.sign-in-name'), cell: ({ signInName }) => <bdi dir="ltr">{signInName}</bdi> },
  { id: 'role', head: say('people.role'), cell: ({ role }) => say(`role.${role}`) },
  { id: 'standing', head: say('people.standing'), cell: (person) => <Standing person={person} say={say} /> },
  { id: 'made', head: say('people.since'), room: 'wide', cell: ({ madeAt }) => <Day at={madeAt} /> },
  {
    id: 'acts',
    head: say('people.acts'),
    cell: (person) => person.leftAt === null && (
      <span className="row-acts">
        {(['place', 'password', 'take-away', 'leave'] as const).map((act) => (
          <button key={act} type="button" className="plain" aria-label={say(`people.${act}-for`, { name: person.name })} onClick={() => intend({ act, person })}>{say(`people.${act}`)}</button>
        ))}
      </span>
    ),
  },
]

function Standing({ person: { leftAt, password, vouched }, say }: { readonly person: PersonSent; readonly say: Say }) {
  if (leftAt !== null) return <>{say('people.left')} <When at={leftAt} /></>
  return <>{say(`people.password-${password}`)}{vouched === 'no' && <><br /><strong>{say('people.not-vouched')}</strong></>}</>
}
