import { useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import { OrganisationsShape, type OrganisationSent } from '../../../wire/office/organisations.ts'
import { PeopleShape, type HandOverSent } from '../../../wire/office/people.ts'
import { useAsked } from '../asking/use-asked.ts'
import { Held, Page } from '../page/page.tsx'
import { AddPerson } from './add-person.tsx'
import { Devices } from './devices.tsx'
import { HandOver } from './hand-over.tsx'
import { AddOrganisation } from './organisation-forms.tsx'
import { ORGANISATIONS_PATH, PEOPLE_PATH } from './people-path.ts'
import { PeopleList } from './people-list.tsx'

/** Who works here, and for whom: the administrator adds organisations and people, hands out one-time passwords, and marks those who left. */
export function PeoplePage() {
  const say = useSay()
  const organisations = useAsked({ path: ORGANISATIONS_PATH, streams: [ORGANISATIONS_PATH] }, OrganisationsShape)
  const [adding, setAdding] = useState<'yes' | 'no'>('no')
  return (
    <Page title={say('place.people')} acts={adding === 'no' && <Button variant="default" onClick={() => setAdding('yes')}>{say('organisation.add')}</Button>}>
      <p className="hint">{say('people.for')}</p>
      <p className="hint">{say('people.vouched-how')}</p>
      {adding === 'yes' && <AddOrganisation onAway={() => setAdding('no')} />}
      <Held asked={organisations} what={say('organisation.reading')}>{(answer) => <People organisations={answer.organisations} />}</Held>
    </Page>
  )
}

function People({ organisations }: { readonly organisations: readonly OrganisationSent[] }) {
  const say = useSay()
  const people = useAsked({ path: PEOPLE_PATH, streams: [PEOPLE_PATH] }, PeopleShape)
  const [handOver, setHandOver] = useState<HandOverSent | null>(null)
  return (
    <>
      {handOver && <HandOver key={handOver.oneTimePassword} handOver={handOver} onDone={() => setHandOver(null)} />}
      <Held asked={people} what={say('people.reading')}>{(answer) => <PeopleList organisations={organisations} people={answer.people} onHandOver={setHandOver} />}</Held>
      <AddPerson organisations={organisations} onHandOver={setHandOver} />
      <Devices people={people.answer?.people ?? []} />
    </>
  )
}
