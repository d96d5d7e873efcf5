import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { PlanPart } from '../../../../core/planning/plan-facts.ts'
import { newId } from '../../../../crypto/browser-id.ts'
import { useSay } from '../../../../ui/say.tsx'
import { isAbout } from '../../asking/queries.ts'
import { Form } from '../../form/form.tsx'
import { goToPlace } from '../../form/place.ts'
import { WriteOffences } from '../offences/write-offences.tsx'
import { usePlanAct, type ShownPlan } from '../plan-asked.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { declared } from '../declared/declared.ts'
import { FieldAsDeclared } from '../declared/declared-field.tsx'
import type { Filled, Wants } from '../declared/filled.ts'
import { owedIn } from '../declared/owed.ts'
import { contentWritten, usePartDraft, wantsOf, writtenBy } from './part-draft.ts'
import { Rows } from '../declared/rows.tsx'
import { Trade } from '../shown/trade.tsx'

interface WritePartProps {
  readonly plan: ShownPlan
  readonly part: PlanPart
  readonly onDone: () => void
}

/**
 * Writes one part. What is typed is kept until it is recorded, wherever one goes meanwhile.
 *
 * Where somebody else recorded the same part since, theirs and mine stand side by side and nothing is sent until one
 * of them is chosen.
 */
export function WritePart({ plan, part, onDone }: WritePartProps) {
  const say = useSay()
  const queries = useQueryClient()
  const draft = usePartDraft(plan, part)
  const acting = usePlanAct(plan.id)
  const [tried, setTried] = useState<'yes' | 'no'>('no')
  const { filled, base, sentAs } = draft.value
  const wants = wantsOf(part, filled)
  const isOvertaken = draft.unsent === 'yes' && ![base, sentAs].includes(writtenBy(plan, part))
  const change = (next: Filled): void => draft.set({ filled: next, sentAs: '' })
  const away = (): void => {
    draft.forget()
    onDone()
  }
  const record = async (): Promise<void> => {
    setTried('yes')
    const [first] = wants.keys()
    if (first !== undefined) return goToPlace(first)
    const id = sentAs || newId()
    draft.set({ sentAs: id })
    const refusal = await acting.send(id, { act: 'write', part, content: contentWritten(part, filled) }, plan.latest)
    const readAgain = (): Promise<void> => queries.invalidateQueries({ predicate: (query) => isAbout(query, `plan/${plan.id}`) })
    if (refusal?.code === 'ledger/stale') void readAgain()
    if (refusal !== null) return
    // Until the plan is read again it still says what it said before, and so would the verdict.
    await readAgain()
    away()
  }
  if (isOvertaken) return <ChangedMeanwhile plan={plan} part={part} draft={draft} onSettled={acting.settle} onTheirs={away} />
  return (
    <Form onSend={() => void record()} refusal={acting.refusal} waiting={acting.waiting} act={say('plan-page.record')} what={say('plan-page.recording')} onDiscard={away}>
      {tried === 'yes' && wants.size > 0 && <p className="problem" role="alert">{say('wanting.count', { count: wants.size })}</p>}
      {part === 'offences' ? <WriteOffences filled={filled} wants={tried === 'yes' ? wants : NONE} onChange={change} /> : <WriteDeclared plan={plan} part={part} filled={filled} wants={tried === 'yes' ? wants : NONE} onChange={change} />}
      {acting.refusal?.code === 'ledger/stale' && <p className="hint">{say('plan-page.stale')}</p>}
    </Form>
  )
}

const NONE: Wants = new Map()

interface WriteDeclaredProps {
  readonly plan: ShownPlan
  readonly part: Exclude<PlanPart, 'offences'>
  readonly filled: Filled
  readonly wants: Wants
  readonly onChange: (filled: Filled) => void
}

/** The fields and lists of a part, as they are declared. */
function WriteDeclared({ plan, part, filled, wants, onChange }: WriteDeclaredProps) {
  const say = useSay()
  const of = declared(part)
  const hint = HINTED.has(part) ? say(`plan-page.hint-${part}`) : null
  return (
    <>
      {hint && <p className="hint">{hint}</p>}
      {of.fields.length > 0 && (
        <div className="fields">
          {of.fields.map((field) => {
            const place = `content.${field.name}`
            return <FieldAsDeclared key={field.name} field={field} typed={filled.fields[field.name] ?? ''} place={place} wanting={wants.get(place) ?? null} onChange={(typed) => onChange({ ...filled, fields: { ...filled.fields, [field.name]: typed } })} />
          })}
        </div>
      )}
      {of.lists.map((list) => {
        const title = say(`list.${part}.${list.list}`)
        return (
          <fieldset key={list.list} className="list">
            <legend>{title}</legend>
            <Rows part={of} title={title} list={list} rows={filled.lists[list.list] ?? []} wants={wants} owed={owedIn(list, filled, plan.operation['rung'])} onChange={(rows) => onChange({ ...filled, lists: { ...filled.lists, [list.list]: rows } })} />
          </fieldset>
        )
      })}
      {part === 'harm' && <Trade content={filled.fields} />}
    </>
  )
}

/** Parts in which something is easily got wrong. */
const HINTED: ReadonlySet<PlanPart> = new Set<PlanPart>(['goal', 'expected', 'harm', 'safety', 'care', 'segregation', 'expectations'])
