import { ACCESSES, SOURCE_KINDS } from '../../../core/intelligence/report.ts'
import { Choice } from '../../../ui/choice.tsx'
import { LongField, SelectField, TextField } from '../../../ui/field.tsx'
import { useSay } from '../../../ui/say.tsx'
import { IN_FORCE } from '../../reading/in-force.ts'
import { blankReport, freshId } from '../blank-draft.ts'
import type { Draft, ReportDraft } from '../draft.ts'
import { useFilling } from '../entry-state.ts'
import { lackingInReport } from '../incomplete.ts'
import { PickSeveral } from './pick-several.tsx'
import { PickSources } from './pick-sources.tsx'
import { Section } from './section.tsx'
import { TimeField } from './time-field.tsx'
import { ToldRows } from './told-rows.tsx'

/** Who said what: each account by itself, with how its source knows, and what it repeats. */
export function Reports() {
  const say = useSay()
  const { draft, set, remove } = useFilling()
  const titleOf = ({ kind }: ReportDraft, at: number): string => (kind === '' ? say('enter.report-n', { n: at + 1 }) : `${at + 1}. ${say(`kind.${kind}`)}`)
  return (
    <Section id="reports" term="report" hint={say('enter.reports-hint')}>
      <ToldRows of="reports" told={draft.reports} onChange={(reports) => set({ reports })} onRemove={(reports) => remove((before) => ({ ...before, reports }))} blank={() => blankReport(freshId('report', draft))} title={titleOf}>
        {(row, change) => <ReportFields row={row} change={change} titleOf={titleOf} />}
      </ToldRows>
    </Section>
  )
}

interface Fields {
  readonly row: ReportDraft
  readonly change: (part: Partial<ReportDraft>) => void
  readonly titleOf: (row: ReportDraft, at: number) => string
}

function ReportFields({ row, change, titleOf }: Fields) {
  const say = useSay()
  const { draft } = useFilling()
  const lacking = lackingInReport(row)
  const others = draft.reports.rows.map((other, at) => ({ id: other.id, words: titleOf(other, at) })).filter(({ id }) => id !== row.id)
  const usual = row.kind === '' ? null : row.kind === 'assumption' ? 'inferred' : IN_FORCE.certainty.kinds[row.kind].access
  return (
    <>
      <div className="pair">
        <SelectField label={say('enter.kind')} term="source-kind" value={row.kind} onChange={(kind) => change({ kind })} options={[{ value: '', words: say('enter.choose') }, ...SOURCE_KINDS.map((value) => ({ value, words: say(`kind.${value}`) }))]} />
        <SelectField label={say('enter.access')} term="access" value={row.access} onChange={(access) => change({ access })} options={[{ value: '', words: usual ? say('enter.access-usual', { access: usual }) : say('enter.choose') }, ...ACCESSES.map((value) => ({ value, words: say(`access.${value}`) }))]} />
      </div>
      <LongField label={say('enter.report-says')} hint={say('enter.no-names')} value={row.says} onChange={(says) => change({ says })} />
      <div className="pair">
        <TimeField label={say('enter.observed-at')} value={row.observedAt} onChange={(observedAt) => change({ observedAt })} />
        <TimeField label={say('enter.received-at')} hint={say('enter.received-at-hint')} value={row.receivedAt} onChange={(receivedAt) => change({ receivedAt })} />
      </div>
      <Choice label={say('enter.finding')} value={row.finding} onChange={(finding) => change({ finding })} options={(['present', 'absent'] as const).map((value) => ({ value, words: say(`enter.finding-${value}`) }))} />
      {row.finding === 'absent' && (
        <div className="pair">
          <TextField label={say('enter.sensitivity')} term="sensitivity" value={row.sensitivity} onChange={(sensitivity) => change({ sensitivity })} />
          <TextField label={say('enter.specificity')} value={row.specificity} onChange={(specificity) => change({ specificity })} />
        </div>
      )}
      <SameOrigin row={row} others={others} />
      <PickSeveral label={say('enter.repeats')} options={others} picked={row.derivedFrom} onChange={(derivedFrom) => change({ derivedFrom })} />
      <PickSources picked={row.sources} onChange={(sources) => change({ sources })} />
      {lacking && <p className="problem">{say('lacking.not-counted', { why: say(lacking) })}</p>}
    </>
  )
}

/** Two accounts from one handler, family or household share an origin; independence is asserted, never assumed. */
function SameOrigin({ row, others }: { readonly row: ReportDraft; readonly others: readonly { readonly id: string; readonly words: string }[] }) {
  const say = useSay()
  const { draft, change } = useFilling()
  if (others.length === 0) return null
  const sharing = draft.reports.rows.find((other) => other.id !== row.id && row.origin && other.origin?.id === row.origin.id)
  return <SelectField label={say('enter.same-origin')} term="origin" value={sharing?.id ?? ''} onChange={(other) => change((before) => withSharedOrigin(before, row.id, other))} options={[{ value: '', words: say('enter.no-shared-origin') }, ...others.map(({ id, words }) => ({ value: id, words }))]} />
}

export function withSharedOrigin(draft: Draft, id: string, otherId: string): Draft {
  const other = draft.reports.rows.find((row) => row.id === otherId)
  const origin = other && (other.origin ?? { id: `origin-of-${other.id}` })
  const rows = draft.reports.rows.map(({ origin: before, ...row }): ReportDraft => {
    if (row.id === id) return origin ? { ...row, origin } : row
    return row.id === otherId && origin ? { ...row, origin } : { ...row, ...(before && { origin: before }) }
  })
  return { ...draft, reports: { ...draft.reports, rows } }
}
