import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { PeopleShape, type HandOverSent } from '../../../wire/office/people.ts'
import { useAsked } from '../asking/use-asked.ts'
import { Held, Page } from '../page/page.tsx'
import { AddPerson } from './add-person.tsx'
import { HandOver } from './hand-over.tsx'
import { PEOPLE_PATH } from './people-path.ts'
import { PeopleList } from './people-list.tsx'

/** Who works here: the administrator adds people, hands out one-time passwords, and marks those who left. */
export function PeoplePage() {
  const say = useSay()
  const people = useAsked({ path: PEOPLE_PATH, streams: [PEOPLE_PATH] }, PeopleShape)
  const [handOver, setHandOver] = useState<HandOverSent | null>(null)
  return (
    <Page title={say('place.people')}>
      <p className="hint">{say('people.for')}</p>
      {handOver && <HandOver key={handOver.oneTimePassword} handOver={handOver} onDone={() => setHandOver(null)} />}
      <Held asked={people} what={say('people.reading')}>
        {(answer) => <PeopleList people={answer.people} onHandOver={setHandOver} />}
      </Held>
      <AddPerson onHandOver={setHandOver} />
    </Page>
  )
}
