import { useSay } from '../../../ui/say.tsx'
import { HandOverShape, type HandOverSent } from '../../../wire/office/people.ts'
import { ROLES, type Role } from '../../../wire/office/roles.ts'
import { useSending } from '../asking/use-sending.ts'
import { TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Pick } from '../form/pick.tsx'
import { useDraft } from '../form/use-draft.ts'
import { PEOPLE_PATH } from './people-path.ts'

const BLANK: { readonly signInName: string; readonly name: string; readonly role: Role } = { signInName: '', name: '', role: 'analyst' }

/** Adds somebody with a role; what comes back is the password to hand over, once. */
export function AddPerson({ onHandOver }: { readonly onHandOver: (handOver: HandOverSent) => void }) {
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
        <Pick {...draft.at('role')} label={say('people.role')} hint={say(`people.role-${draft.value.role}`)} options={ROLES.map((role) => ({ value: role, words: say(`role.${role}`) }))} />
      </Form>
    </section>
  )
}
