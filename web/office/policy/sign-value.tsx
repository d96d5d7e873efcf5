import { useQueryClient } from '@tanstack/react-query'
import { newId } from '../../../crypto/browser-id.ts'
import { useSay } from '../../../ui/say.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import { isAbout } from '../asking/queries.ts'
import { useSending } from '../asking/use-sending.ts'
import { LongField, NumberField, SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useDraft } from '../form/use-draft.ts'
import type { PolicyRow } from './policy-page.tsx'
import { POLICY_PATH, POLICY_STREAM } from './policy-path.ts'

const SURENESS = ['seen', 'seen-second-hand', 'unverified', 'judgement'] as const

interface SignValueProps {
  readonly row: PolicyRow
  readonly version: number
  readonly onDone: () => void
}

/** Signs one value for the unit: the value, where it comes from, how surely that is known, and the post that stands behind it. */
export function SignValue({ row, version, onDone }: SignValueProps) {
  const say = useSay()
  const queries = useQueryClient()
  const blank = { value: String(row.value), source: '', sureness: 'seen' as (typeof SURENESS)[number], signedBy: '', asOf: '', sentAs: '' }
  const draft = useDraft(`policy/${row.id}`, blank)
  const sending = useSending(KeptShape, [POLICY_STREAM, 'plan/', 'site/'])
  const away = (): void => {
    draft.forget()
    onDone()
  }
  const sign = async (): Promise<void> => {
    const { sentAs, value, ...said } = draft.value
    const id = sentAs || newId()
    draft.set({ sentAs: id })
    const figure = row.ways || value.trim() === '' || Number.isNaN(Number(value)) ? value.trim() : Number(value)
    const answered = await sending.send({ path: `${POLICY_PATH}/acts`, body: { id, act: 'sign', of: row.id, value: figure, ...said }, version: String(version) })
    if (answered.accepted) return away()
    draft.set({ sentAs: '' })
    if (answered.refusal.code === 'ledger/stale') void queries.invalidateQueries({ predicate: (query) => isAbout(query, POLICY_STREAM) })
  }
  return (
    <div className="act-panel">
      <Form onSend={() => void sign()} refusal={sending.refusal} waiting={sending.waiting} act={say('policy-page.sign')} what={say('policy-page.signing')} onDiscard={away}>
        <div className="fields">
          {row.ways
            ? <SelectField label={say('policy-page.value')} {...draft.at('value')} options={row.ways.map((value) => ({ value, words: say(`way.${value}`) }))} />
            : <NumberField label={say('policy-page.value')} hint={row.range ? say('policy-page.range', { least: row.range.least, most: row.range.most }) : undefined} {...draft.at('value')} />}
          <SelectField label={say('policy-page.sureness')} {...draft.at('sureness')} options={SURENESS.map((value) => ({ value, words: say(`sureness.${value}`) }))} />
          <TextField label={say('policy-page.post')} {...draft.at('signedBy')} />
          <TextField label={say('policy-page.as-of')} hint={say('plan-page.day-hint')} direction="ltr" {...draft.at('asOf')} />
        </div>
        <LongField label={say('policy-page.source')} {...draft.at('source')} />
        {sending.refusal?.code === 'ledger/stale' && <p className="hint">{say('policy-page.stale')}</p>}
      </Form>
    </div>
  )
}
