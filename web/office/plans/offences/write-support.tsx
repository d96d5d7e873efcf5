import type { ElementId } from '../../../../core/law/offence.ts'
import { newId } from '../../../../crypto/browser-id.ts'
import { useSay } from '../../../../ui/say.tsx'
import { LongField } from '../../form/fields.tsx'
import { Pick, PickSeveral } from '../../form/pick.tsx'
import type { Row, Wants } from '../declared/filled.ts'
import { supportPlace } from './offence-rows.ts'
import { useEvidence } from './evidence.ts'

interface WriteSupportProps {
  readonly element: ElementId
  readonly offence: Row
  /** Where the offence stands among the offences. */
  readonly at: number
  /** What stands behind every element of every offence. */
  readonly all: readonly Row[]
  readonly wants: Wants
  readonly onChange: (all: readonly Row[]) => void
}

/** What stands behind one element: held now and resting on a report, or to be found at the scene. */
export function WriteSupport({ element, offence, at, all, wants, onChange }: WriteSupportProps) {
  const say = useSay()
  const evidence = useEvidence()
  const own = all.filter((row) => row['offenceRow'] === offence.id)
  const put = (row: Row, changes: Partial<Row>): void => onChange(all.map((one) => (one.id === row.id ? ({ ...one, ...changes } as Row) : one)))
  const add = (): void => onChange([...all, { id: newId(), offenceRow: offence.id, element, standing: 'held', says: '', restsOn: [] }])
  return (
    <fieldset className="element">
      <legend>{say(`element.${element}`)}</legend>
      {own.map((row, nth) => row['element'] === element && (
        <div key={row.id} className="entry-fields">
          <Pick label={say('field.standing')} place={supportPlace(at, nth, 'standing')} value={String(row['standing'])} onChange={(standing) => put(row, { standing })} options={['held', 'at-scene'].map((value) => ({ value, words: say(`support.${value}`) }))} />
          <LongField label={say('enter.support-says')} rows={2} place={supportPlace(at, nth, 'says')} problem={wants.has(supportPlace(at, nth, 'says')) ? say('wanting.blank') : undefined} value={String(row['says'])} onChange={(says) => put(row, { says })} />
          {row['standing'] === 'held' && <PickSeveral label={say('enter.rests-on')} place={supportPlace(at, nth, 'restsOn')} value={Array.isArray(row['restsOn']) ? row['restsOn'] : []} onChange={(restsOn) => put(row, { restsOn })} options={evidence} hint={evidence.length === 0 ? say('plan-page.no-evidence') : undefined} problem={(row['restsOn']?.length ?? 0) === 0 ? say('lacking.rests-on') : undefined} />}
          <button type="button" className="plain" onClick={() => onChange(all.filter((one) => one.id !== row.id))} aria-label={say('plan-page.remove-support', { element })}>{say('enter.remove')}</button>
        </div>
      ))}
      <button type="button" className="plain" onClick={add}>{say('plan-page.add-support', { element })}</button>
    </fieldset>
  )
}
