import { useState } from 'react'
import { ORGANISATION_KINDS, type OrganisationKind } from '../../../core/kernel/organisation.ts'
import { useSay } from '../../../ui/say.tsx'
import { OrganisationShape, type OrganisationSent } from '../../../wire/office/organisations.ts'
import { useSending } from '../asking/use-sending.ts'
import { TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Pick } from '../form/pick.tsx'
import { useDraft } from '../form/use-draft.ts'
import { ORGANISATIONS_PATH } from './people-path.ts'

const BLANK: { readonly name: string; readonly kind: OrganisationKind } = { name: '', kind: 'ngo' }

/** Adds an organisation. Its kind is said at this one time, and tells which roles its people may hold. */
export function AddOrganisation({ onAway }: { readonly onAway: () => void }) {
  const say = useSay()
  const draft = useDraft('organisations/new', BLANK)
  const { send, refusal, waiting } = useSending(OrganisationShape, [ORGANISATIONS_PATH])
  const away = (): void => {
    draft.forget()
    onAway()
  }
  const add = (): void => void send({ path: ORGANISATIONS_PATH, body: draft.value }).then((answered) => answered.accepted && away())
  return (
    <section className="sheet" aria-labelledby="add-organisation">
      <h2 id="add-organisation">{say('organisation.add')}</h2>
      <Form onSend={add} refusal={refusal} waiting={waiting} act={say('organisation.add')} what={say('organisation.adding')} onDiscard={away}>
        <TextField {...draft.at('name')} label={say('organisation.name')} />
        <Pick {...draft.at('kind')} label={say('organisation.kind')} hint={say('organisation.kind-hint')} options={ORGANISATION_KINDS.map((kind) => ({ value: kind, words: say(`organisation-kind.${kind}`) }))} />
      </Form>
    </section>
  )
}

interface NameOrganisationProps {
  readonly organisation: OrganisationSent
  readonly onAway: () => void
}

/** Gives an organisation another name. */
export function NameOrganisation({ organisation: { id, name: known }, onAway }: NameOrganisationProps) {
  const say = useSay()
  const [name, setName] = useState(known)
  const { send, refusal, waiting } = useSending(OrganisationShape, [ORGANISATIONS_PATH])
  const rename = (): void => void send({ path: `${ORGANISATIONS_PATH}/${id}/name`, body: { name } }).then((answered) => answered.accepted && onAway())
  return (
    <Form onSend={rename} refusal={refusal} waiting={waiting} act={say('organisation.rename')} what={say('organisation.renaming')} onDiscard={onAway}>
      <TextField label={say('organisation.name')} place="name" value={name} onChange={setName} />
    </Form>
  )
}
