import type { ReactNode } from 'react'
import { PERSON_CATEGORIES } from '../../../../core/intelligence/site-facts.ts'
import { PERMITTED_ACTIONS, SHARING_LABELS } from '../../../../core/intelligence/handling.ts'
import { SOURCE_KINDS } from '../../../../core/intelligence/report.ts'
import type { ProposedGrading } from '../../../../core/intelligence/propose-grading.ts'
import { useSay } from '../../../../ui/say.tsx'
import { useReportName } from '../../../reading/report-name.ts'
import { LongField, NumberField, SelectField, TextField } from '../../form/fields.tsx'
import { Pick, PickSeveral } from '../../form/pick.tsx'
import type { Draft } from '../../form/use-draft.ts'
import { WhenField } from '../../form/when-field.tsx'
import type { SourceRow } from '../../sources/sources-asked.ts'
import { useBoard } from '../board/on-board.ts'
import { AnswerFields } from './answer-fields.tsx'
import { GradingFields } from './grading-fields.tsx'
import type { ReportDraft } from './report-draft.ts'

interface ReportFieldsProps {
  readonly draft: Draft<ReportDraft>
  readonly proposed: ProposedGrading
  readonly sources: readonly SourceRow[]
}

/** A report in the order in which it is told: what was said, by whom, when; what it comes from; what is made of it; how it is handled. */
export function ReportFields({ draft, proposed, sources }: ReportFieldsProps) {
  const say = useSay()
  const { value } = draft
  return (
    <>
      <Part title={say('report.part-fact')}>
        <LongField label={say('report.what-was-said')} hint={say('report.what-was-said-hint')} rows={4} {...draft.at('says')} place="report.says" />
        <Pick label={say('report.finding')} {...draft.at('finding')} place="report.finding" options={(['present', 'absent'] as const).map((one) => ({ value: one, words: say(`report.finding.${one}`) }))} />
        {value.finding === 'absent' && <Power draft={draft} />}
        <Whom draft={draft} sources={sources} />
        <div className="fields">
          <WhenField label={say('report.last-seen')} hint={say('report.last-seen-hint')} exactly="to-the-minute" {...draft.at('observedAt')} place="report.observedAt" />
          <WhenField label={say('report.reached-us')} exactly="to-the-minute" {...draft.at('receivedAt')} place="report.receivedAt" />
        </div>
      </Part>
      <Part title={say('report.part-lineage')}><Lineage draft={draft} /></Part>
      <Part title={say('report.part-people')}>
        <div className="many-short"><PickSeveral label={say('report.speaks-of')} {...draft.at('speaksOf')} place="report.speaksOf" options={PERSON_CATEGORIES.map((one) => ({ value: one, words: say(`report.person.${one}`) }))} /></div>
        {value.speaksOf.some((one) => one === 'suspect' || one === 'convicted') && <LongField label={say('report.suspicion')} hint={say('report.suspicion-hint')} rows={2} {...draft.at('suspicion')} place="report.suspicion" />}
      </Part>
      <Part title={say('report.part-assessed')}>
        <AnswerFields draft={draft} kind={value.kind} fromRegister={value.source !== ''} />
        <GradingFields proposed={proposed} draft={draft} />
        <LongField label={say('report.assessment')} hint={say('report.assessment-hint')} rows={2} {...draft.at('assessment')} place="report.assessment" />
      </Part>
      <Part title={say('report.part-handling')}>
        <div className="fields">
          <SelectField label={say('report.sharing')} hint={say(`report.sharing.${codeOf(value.sharing)}`)} {...draft.at('sharing')} place="report.handling.sharing" options={SHARING_LABELS.map((one) => ({ value: one, words: one }))} />
          <SelectField label={say('report.action')} hint={say(`report.action.${codeOf(value.action)}`)} {...draft.at('action')} place="report.handling.action" options={[{ value: 'not-said' as const, words: say('report.not-said') }, ...PERMITTED_ACTIONS.map((one) => ({ value: one, words: one }))]} />
          <WhenField label={say('report.review-by')} hint={say('report.review-hint')} exactly="to-the-minute" {...draft.at('reviewBy')} place="report.reviewBy" />
        </div>
      </Part>
    </>
  )
}

/** `amber-strict` from `TLP:AMBER+STRICT`, as the words are filed. */
const codeOf = (label: string): string => label.replace(/^(?:TLP|PAP):/, '').replace('+', '-').toLowerCase()

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <fieldset className="report-part"><legend>{title}</legend>{children}</fieldset>
}

interface OfDraft {
  readonly draft: Draft<ReportDraft>
}

/** Who it comes from: a source of the register, which knows its own kind, or a kind alone. */
function Whom({ draft, sources }: OfDraft & { readonly sources: readonly SourceRow[] }) {
  const say = useSay()
  const choose = (id: string): void => {
    const source = sources.find((one) => one.id === id)
    draft.set(source ? { source: id, kind: source.kind } : { source: '' })
  }
  return (
    <div className="fields">
      <SelectField label={say('report.source')} hint={say('report.source-hint')} value={draft.value.source} onChange={choose} place="report.source.id" options={[{ value: '', words: say('report.source-none') }, ...sources.map(({ id, codeName, kind }) => ({ value: id, words: `${codeName} · ${say(`kind.${kind}`)}` }))]} />
      <SelectField label={say('report.kind')} term="source-kind" {...draft.at('kind')} disabled={draft.value.source !== ''} place="report.kind" options={SOURCE_KINDS.map((one) => ({ value: one, words: say(`kind.${one}`) }))} />
    </div>
  )
}

/** How good the look was at finding somebody, and at finding nobody. */
function Power({ draft }: OfDraft) {
  const say = useSay()
  return (
    <div className="fields">
      <NumberField label={say('report.sensitivity')} term="sensitivity" hint={say('report.sensitivity-hint')} {...draft.at('sensitivity')} place="report.sensitivity" />
      <NumberField label={say('report.specificity')} hint={say('report.specificity-hint')} {...draft.at('specificity')} place="report.specificity" />
    </div>
  )
}

/** What it repeats, and what it has in common with others. Independence is said, never assumed. */
function Lineage({ draft }: OfDraft) {
  const say = useSay()
  const { board: { assessed: { operation: { reports } } } } = useBoard()
  const called = useReportName()
  const others = reports === 'unknown' ? [] : reports
  return (
    <>
      {others.length > 0 && <PickSeveral label={say('report.repeats')} hint={say('report.repeats-hint')} {...draft.at('derivedFrom')} place="report.derivedFrom" options={others.map(({ id, says }) => ({ value: id, words: `${called(id)} · ${says.length > 60 ? `${says.slice(0, 60)}…` : says}` }))} />}
      <div className="fields">
        <TextField label={say('report.origin')} term="origin" hint={say('report.origin-hint')} {...draft.at('originId')} place="report.origin.id" direction="ltr" />
        {draft.value.originId.trim() !== '' && <Pick label={say('report.correlation')} {...draft.at('correlation')} place="report.origin.correlation" options={(['0.5', '0.9'] as const).map((one) => ({ value: one, words: say(`report.correlation-${one === '0.5' ? 'usual' : 'close'}`) }))} />}
      </div>
      {draft.value.originId.trim() === '' && <LongField label={say('report.independence-why')} hint={say('report.independence-hint')} rows={1} {...draft.at('independentBecause')} place="report.independentBecause" />}
      <Pick label={say('report.heard-apart')} hint={say('report.heard-apart-hint')} {...draft.at('heardApart')} place="report.heardApart" options={(['yes', 'no'] as const).map((one) => ({ value: one, words: say(`report.heard-apart-${one}`) }))} />
    </>
  )
}
