import { useSay } from '../../../../ui/say.tsx'
import { ColleagueField, useMe } from '../../colleagues/colleague-field.tsx'
import { LongField, SelectField } from '../../form/fields.tsx'
import { typedLocally } from '../../form/local-time.ts'
import { WhenField } from '../../form/when-field.tsx'
import { useBoard } from '../board/on-board.ts'
import { ActForm } from './act-form.tsx'

interface OfLead {
  readonly report: string
  readonly onDone: () => void
}

/** Gives a lead to somebody who answers for it, with a day by which it is verified and one on which it is looked at again. */
export function AssignForm({ report, onDone }: OfLead) {
  const say = useSay()
  const { board: { site } } = useBoard()
  const blank = { owner: useMe(), verifyBy: '', reviewBy: '' }
  return (
    <ActForm site={site.id} form={`assign/${report}`} blank={blank} act={say('lead.assign-record')} write={({ owner, verifyBy, reviewBy }) => ({ act: 'assign-lead', report, owner, verifyBy: typedLocally(verifyBy), reviewBy: typedLocally(reviewBy) })} onDone={onDone}>
      {(draft) => (
        <>
          <ColleagueField label={say('lead.owner')} {...draft.at('owner')} />
          <WhenField label={say('lead.verify-by')} exactly="to-the-minute" {...draft.at('verifyBy')} />
          <WhenField label={say('lead.review-by')} exactly="to-the-minute" {...draft.at('reviewBy')} />
        </>
      )}
    </ActForm>
  )
}

/** Closes a lead: never without a recorded attempt to verify, and a day on which it is looked at again. It is decided on what is read here. */
export function CloseForm({ report, onDone }: OfLead) {
  const say = useSay()
  const { board: { site, assessed: { operation: { attempts } } } } = useBoard()
  const made = attempts === 'unknown' ? [] : attempts
  if (made.length === 0) return <p className="none-yet" role="status">{say('lead.needs-attempt')} <button type="button" className="plain" onClick={onDone}>{say('site.seen')}</button></p>
  const blank = { because: '', attempt: made.at(-1)?.id ?? '', reviewBy: '' }
  return (
    <ActForm site={site.id} form={`close/${report}`} blank={blank} act={say('lead.close-record')} version={site.version} write={({ reviewBy, ...rest }) => ({ act: 'close-lead', report, ...rest, reviewBy: typedLocally(reviewBy) })} onDone={onDone}>
      {(draft) => (
        <>
          <SelectField label={say('lead.attempt')} {...draft.at('attempt')} options={made.map(({ id, method, result }) => ({ value: id, words: `${say(`method.${method}`)}: ${result}` }))} />
          <LongField label={say('lead.because')} rows={2} {...draft.at('because')} />
          <WhenField label={say('lead.review-by')} exactly="to-the-minute" {...draft.at('reviewBy')} />
        </>
      )}
    </ActForm>
  )
}
