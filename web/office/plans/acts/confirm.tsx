import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { SelectField } from '../../form/fields.tsx'
import type { ShownPlan } from '../plan-asked.ts'
import { ActForm } from './act-form.tsx'
import { mayConfirm } from './may-confirm.ts'

/** Names the report that meets the condition. Whether it does is read from the report, and not from this act. */
export function Confirm({ plan, onDone }: { readonly plan: ShownPlan; readonly onDone: () => void }) {
  const say = useSay()
  const { operation: { reports } } = useAssessed()
  const condition = plan.authority?.condition
  const told = condition && reports !== 'unknown' ? mayConfirm(reports, condition) : []
  if (told.length === 0) return <p className="act-panel" role="status">{say('plan-page.none-confirms')} <Link to="/sites/$site" params={{ site: plan.site }}>{say('plan-page.to-site', { number: plan.siteNumber })}</Link></p>
  return (
    <div className="act-panel">
      <ActForm plan={plan.id} form="confirm" blank={{ report: '' }} act={say('plan-page.act-confirm')} write={({ report }) => ({ act: 'confirm', report })} onDone={onDone}>
        {(draft) => (
          <>
            <p className="hint">{say('plan-page.hint-confirm')}</p>
            <SelectField label={say('field.confirming-report')} {...draft.at('report')} options={[{ value: '', words: say('enter.choose') }, ...told.map(({ id, kind, says }) => ({ value: id, words: `${say(`kind.${kind}`)}: ${says}` }))]} />
          </>
        )}
      </ActForm>
    </div>
  )
}
