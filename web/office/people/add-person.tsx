import { OWN_UNIT } from '../../../core/kernel/organisation.ts'
import { useSay } from '../../../ui/say.tsx'
import type { OrganisationSent } from '../../../wire/office/organisations.ts'
import { HandOverShape, type HandOverSent } from '../../../wire/office/people.ts'
import { useSending } from '../asking/use-sending.ts'
import { TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useDraft } from '../form/use-draft.ts'
import { PEOPLE_PATH } from './people-path.ts'
import { PlaceFields, type WorkPlace } from './place-fields.tsx'

const BLANK: WorkPlace & { readonly signInName: string; readonly name: string } = { signInName: '', name: '', organisation: OWN_UNIT, role: 'analyst' }

interface AddPersonProps {
  readonly organisations: readonly OrganisationSent[]
  readonly onHandOver: (handOver: HandOverSent) => void
}

/** Adds somebody to an organisation with a role; what comes back is the password to hand over, once. */
export function AddPerson({ organisations, onHandOver }: AddPersonProps) {
  const say = useSay()
  const draft = useDraft('people/new', BLANK)
  const { send, refusal, waiting } = useSending(HandOverShape, [PEOPLE_PATH])
  const add = (): void => {
    void send({ path: PEOPLE_PATH, body: draft.value }).then((answered) => {
      if (!answered.accepted) return
      draft.forget()
      onHandOver(answered.value)
    })
  }
  return (
    <section className="sheet" aria-labelledby="add-person">
      <h2 id="add-person">{say('people.add-title')}</h2>
      <Form onSend={add} refusal={refusal} waiting={waiting} act={say('people.add')} what={say('people.adding')} onDiscard={draft.unsent === 'yes' ? draft.forget : undefined}>
        <TextField {...draft.at('name')} label={say('people.name')} hint={say('people.name-hint')} />
        <TextField {...draft.at('signInName')} label={say('people.sign-in-name')} hint={say('people.sign-in-name-hint')} direction="ltr" />
        <PlaceFields organisations={organisations} value={draft.value} onChange={draft.set} />
      </Form>
    </section>
  )
}
