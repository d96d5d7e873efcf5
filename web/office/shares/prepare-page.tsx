import { useState } from 'react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { newId } from '../../../crypto/browser-id.ts'
import { useSay } from '../../../ui/say.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import { ExposureShape } from '../../../wire/office/shares.ts'
import { SiteShape } from '../../../wire/office/site-answers.ts'
import { Refused } from '../asking/refused.tsx'
import { useAsked } from '../asking/use-asked.ts'
import { useSending } from '../asking/use-sending.ts'
import { LongField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Pick } from '../form/pick.tsx'
import { useDraft } from '../form/use-draft.ts'
import { WhenField } from '../form/when-field.tsx'
import { Held, Page } from '../page/page.tsx'
import '../sites/sites.css'
import './shares.css'
import { FactFields } from './fact-fields.tsx'
import { blankFact, blankShare, reportsToRestOn, shareWritten, type FactDraft, type PrepareDraft, type ReportToRestOn } from './prepare-draft.ts'
import { ToWhom } from './to-whom.tsx'
import { SHARES_PATH, useReceivers, type Finding, type Receivers } from './shares-asked.ts'

/** Writes down what is to be passed on from a site: fact by fact, with who could have known each beside it. Nothing leaves by it. */
export function PreparePage() {
  const say = useSay()
  const { site = '' } = useParams({ strict: false }) as { readonly site?: string }
  const asked = useAsked({ path: `/api/sites/${site}`, streams: [`site/${site}`] }, SiteShape)
  const receivers = useReceivers()
  return (
    <Page title={say('sharing.prepare')}>
      <p className="hint">{say('sharing.prepare-for')}</p>
      <Held asked={receivers} what={say('sharing.reading')}>
        {(known) => <Held asked={asked} what={say('sharing.reading')}>{({ operation }) => <Prepare site={site} reports={reportsToRestOn(operation)} receivers={known} />}</Held>}
      </Held>
    </Page>
  )
}

interface PrepareProps {
  readonly site: string
  readonly reports: readonly ReportToRestOn[]
  readonly receivers: Receivers
}

function Prepare({ site, reports, receivers }: PrepareProps) {
  const say = useSay()
  const go = useNavigate()
  const draft = useDraft<PrepareDraft>(`share/from/${site}`, blankShare)
  const { send, refusal, waiting } = useSending(KeptShape, ['share/'])
  const checking = useSending(ExposureShape)
  const [checked, setChecked] = useState<{ readonly of: readonly FactDraft[]; readonly findings: readonly Finding[] } | null>(null)
  const { facts } = draft.value
  const check = async (): Promise<void> => {
    const answered = await checking.send({ path: `/api/sites/${site}/exposure`, body: { facts: facts.map(({ id, restsOn }) => ({ id, restsOn })) } })
    if (!answered.accepted) return
    setChecked({ of: facts, findings: answered.value.findings })
    draft.set({ sharing: answered.value.sharing })
  }
  const record = async (): Promise<void> => {
    const id = draft.value.id || newId()
    draft.set({ id })
    const answered = await send({ path: SHARES_PATH, body: shareWritten(site, { ...draft.value, id }) })
    if (!answered.accepted) return
    draft.forget()
    void go({ to: '/shares' })
  }
  const changed = (at: number, fact: FactDraft | null): void => draft.set({ facts: facts.flatMap((one, i) => (i === at ? (fact ?? []) : one)) })
  return (
    <Form onSend={() => void record()} refusal={refusal} waiting={waiting} act={say('sharing.prepare')} what={say('sharing.recording')} onDiscard={draft.forget}>
      <ToWhom draft={draft} receivers={receivers} />
      <h2>{say('sharing.facts')}</h2>
      <ul className="checked">{facts.map((fact, at) => <FactFields key={fact.id} {...{ fact, at, reports, receivers }} checked={checked?.of === facts ? checked.findings : null} onChange={(next) => changed(at, next)} onAway={() => changed(at, null)} />)}</ul>
      <div className="acts">
        <button type="button" onClick={() => draft.set({ facts: [...facts, blankFact(receivers.own.id)] })}>{say('sharing.fact-more')}</button>
        {facts.length > 0 && <button type="button" onClick={() => void check()}>{say('sharing.check-exposure')}</button>}
      </div>
      {checking.refusal && <Refused refusal={checking.refusal} />}
      <LongField label={say('sharing.says')} hint={say('sharing.fact-says-hint')} {...draft.at('says')} place="passed.says" />
      <LongField label={say('sharing.purpose')} rows={2} {...draft.at('purpose')} />
      <LongField label={say('sharing.conditions')} rows={2} {...draft.at('conditions')} />
      <Pick label={say('sharing.in-writing')} hint={say('sharing.in-writing-hint')} unknown="unknown" {...draft.at('inWriting')} options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, words: say(`sharing.in-writing-${value}`) }))} />
      <WhenField label={say('sharing.return-by')} {...draft.at('returnBy')} />
    </Form>
  )
}
