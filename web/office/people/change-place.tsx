import { useEffect, useRef, useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import type { OrganisationSent } from '../../../wire/office/organisations.ts'
import { PersonShape, type PersonSent } from '../../../wire/office/people.ts'
import { useSending } from '../asking/use-sending.ts'
import { Form } from '../form/form.tsx'
import { PEOPLE_PATH } from './people-path.ts'
import { PlaceFields, type WorkPlace } from './place-fields.tsx'

interface ChangePlaceProps {
  readonly person: PersonSent
  readonly organisations: readonly OrganisationSent[]
  readonly onAway: () => void
}

/** Another role or organisation for somebody who works here. It takes the keyboard, since it comes where a row was. */
export function ChangePlace({ person, organisations, onAway }: ChangePlaceProps) {
  const say = useSay()
  const held = useRef<HTMLElement>(null)
  const [place, setPlace] = useState<WorkPlace>({ organisation: person.organisation, role: person.role })
  const { send, refusal, waiting } = useSending(PersonShape, [PEOPLE_PATH])
  useEffect(() => held.current?.focus(), [])
  const change = (): void => void send({ path: `${PEOPLE_PATH}/${person.id}/place`, body: place }).then((answered) => answered.accepted && onAway())
  return (
    <section ref={held} className="hand-over" aria-labelledby="change-place" tabIndex={-1}>
      <h2 id="change-place">{say('people.place-title', { name: person.name })}</h2>
      <p className="hint">{say('people.place-means')}</p>
      <Form onSend={change} refusal={refusal} waiting={waiting} act={say('people.place')} what={say('people.placing')} onDiscard={onAway}>
        <PlaceFields organisations={organisations} value={place} onChange={setPlace} />
      </Form>
    </section>
  )
}
