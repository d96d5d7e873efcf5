import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { SHARING_LABELS } from '../../../../core/intelligence/handling.ts'
import { useSay } from '../../../../ui/say.tsx'
import { NO_HANDLES, Showing } from '../../../reading/assessed.ts'
import { usePaper } from '../../../reading/use-paper.ts'
import { HoursToEntry } from '../../figures/hours-to-entry.tsx'
import { SelectField, TextField } from '../../form/fields.tsx'
import { Held, Page } from '../../page/page.tsx'
import { useUnitPolicy } from '../../policy/unit-policy.ts'
import { usePlan, type ShownPlan } from '../plan-asked.ts'
import { PlanPlaces } from '../plan-places.tsx'
import { readPlan } from '../read-plan.ts'
import { BriefingSheet } from './briefing-sheet.tsx'
import '../plans.css'

/** The sheet that is read out before an operation and goes into a pocket: one plan, as it stands now. */
export function BriefingPage() {
  const say = useSay()
  const { plan: id = '' } = useParams({ strict: false }) as { readonly plan?: string }
  const asked = usePlan(id)
  const title = asked.answer ? say('briefing.title', { number: asked.answer.number }) : say('briefing.kind')
  return (
    <Page title={title} kind={say('briefing.kind')} known={asked.answer && <HoursToEntry entry={String(asked.answer.operation['at'])} />} acts={<PlanPlaces plan={id} at="briefing" />}>
      <Held asked={asked} what={say('plan-page.reading')}>{(plan) => <Marked plan={plan} />}</Held>
    </Page>
  )
}

/** How the paper is marked stands on every page of it, with its copy number. */
function Marked({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const [marking, setMarking] = useState('')
  const [copy, setCopy] = useState('')
  const { now } = useUnitPolicy()
  const assessed = readPlan(plan, { inForce: now, handles: NO_HANDLES })
  const line = say('briefing.line', { marking: marking || say('print.not-marked'), copy: copy.trim() || '–', number: plan.number, version: plan.version })
  usePaper(line, say('print.page'), say('print.of'))
  if (!assessed) return <p className="danger" role="alert">{say('plan-page.unreadable')}</p>
  return (
    <Showing value={assessed}>
      <div className="fields marked screen-only">
        <SelectField label={say('print.marking')} value={marking} onChange={setMarking} options={[{ value: '', words: say('print.not-marked') }, ...SHARING_LABELS.map((value) => ({ value, words: value }))]} />
        <TextField label={say('print.copy')} value={copy} onChange={setCopy} />
        <Button onClick={() => window.print()}>{say('briefing.print')}</Button>
      </div>
      <BriefingSheet plan={plan} line={line} />
    </Showing>
  )
}
