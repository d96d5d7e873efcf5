import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { proposeGrading, type ProposedGrading } from '../../../../core/intelligence/propose-grading.ts'
import { instant } from '../../../../core/kernel/instant.ts'
import type { TakenIn } from '../../../../core/intelligence/intake.ts'
import { useSay } from '../../../../ui/say.tsx'
import { useNow } from '../../figures/use-now.ts'
import { typedFor, typedLocally } from '../../form/local-time.ts'
import type { Draft } from '../../form/use-draft.ts'
import { useSources, type SourceRow } from '../../sources/sources-asked.ts'
import { ActForm } from '../acts/act-form.tsx'
import type { Board } from '../board/board.ts'
import { useBoard } from '../board/on-board.ts'
import { effectOf, isAhead } from './effect.ts'
import { EffectShown } from './effect-shown.tsx'
import { newReportId } from './report-id.ts'
import { ReportFields } from './report-fields.tsx'
import { blankReport, type ReportDraft } from './report-draft.ts'
import { answersOf, otherGrading, reportAct, writtenReport } from './written-report.ts'

const YEAR_MS = 365 * 86_400_000

/** A report being entered, beside what it would do to the number. Ctrl and Enter take it in; what is typed outlives the page. */
export function EnterReport({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const { board } = useBoard()
  const { sources } = useSources()
  const held = useRef<HTMLElement>(null)
  const [blank] = useState(blankNow)
  useEffect(() => {
    const section = held.current
    section?.querySelector<HTMLElement>('textarea, input')?.focus()
    section?.addEventListener('keydown', takeInByKey)
    return () => section?.removeEventListener('keydown', takeInByKey)
  }, [])
  return (
    <section ref={held} className="panel entering" aria-labelledby="enter-report">
      <h2 id="enter-report">{say('report.enter')}</h2>
      <ActForm<ReportDraft> site={board.site.id} form="report" blank={blank} act={say('report.take-in')} write={(draft) => reportAct(draft, draft.id, gradingOf(draft, board, sources))} onDone={onDone}>
        {(draft) => <Entering draft={draft} sources={sources} />}
      </ActForm>
    </section>
  )
}

function blankNow(): ReportDraft {
  const now = Date.now()
  const here = (at: number): string => typedLocally(typedFor(at, -new Date(at).getTimezoneOffset()))
  return blankReport(newReportId(), here(now), here(now + YEAR_MS))
}

function takeInByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelector('form')?.requestSubmit()
}

function Entering({ draft, sources }: { readonly draft: Draft<ReportDraft>; readonly sources: readonly SourceRow[] }) {
  const say = useSay()
  const { board } = useBoard()
  const now = useNow()
  const proposed = proposedFor(draft.value, board, sources)
  const settled = useDeferredValue(draft.value)
  const effect = useMemo(() => effectOf(board, settled, rowOf(settled, board, sources), now), [board, settled, sources, now])
  return (
    <div className="entering-columns">
      <div><ReportFields draft={draft} proposed={proposed} sources={sources} /></div>
      <aside className="effect" aria-label={say('report.effect')} aria-live="polite">
        <h3>{say('report.effect')}</h3>
        <EffectShown effect={effect} />
        {isAhead(draft.value.receivedAt, now) && <p className="runs-out">{say('report.received-ahead')}</p>}
        {isAhead(draft.value.observedAt, now) && <p className="runs-out">{say('report.observed-ahead')}</p>}
        <p className="hint">{say('report.by-key')}</p>
      </aside>
    </div>
  )
}

type Sources = readonly SourceRow[]

const recordOf = ({ source }: ReportDraft, sources: Sources) => sources.find(({ id }) => id === source)?.record ?? null

/** The report as a file has it, with the record of its source from the register, which is where records are kept. */
function rowOf(draft: ReportDraft, board: Board, sources: Sources) {
  const row = writtenReport(draft, draft.id, gradingOf(draft, board, sources))
  const record = recordOf(draft, sources)
  return record && row.source ? { ...row, source: { ...row.source, ...record } } : row
}

function proposedFor(draft: ReportDraft, { assessed: { operation, inForce } }: Board, sources: Sources): ProposedGrading {
  const { kind, finding, derivedFrom, originId, source } = draft
  const observedAt = instant(Date.parse(typedLocally(draft.observedAt)) || 0)
  const report = { id: draft.id, kind, finding, observedAt, derivedFrom, ...(originId !== '' && { origin: { id: originId } }), ...(source !== '' && { source: { id: source } }) } as TakenIn
  return proposeGrading({
    report,
    answers: answersOf({ ...draft, ...recordAnswered(recordOf(draft, sources)) }),
    others: operation.reports === 'unknown' ? [] : operation.reports,
    ownRecord: kind === 'assumption' ? 'never' : inForce.certainty.kinds[kind].ownRecord,
  })
}

const recordAnswered = (record: { readonly hits: number; readonly misses: number } | null) =>
  record ? { recordKnown: 'yes' as const, hits: String(record.hits), misses: String(record.misses) } : {}

const gradingOf = (draft: ReportDraft, board: Board, sources: Sources) => (draft.graded === 'otherwise' ? otherGrading(draft) : proposedFor(draft, board, sources).grading)
