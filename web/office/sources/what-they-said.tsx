import { Figure } from '../../../ui/figure.tsx'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import type { SourceActName } from './source-act-form.tsx'
import { SourceActs } from './source-acts.tsx'
import type { OfSource } from './source-open.tsx'
import { SourcePart } from './source-part.tsx'

const OF_WHAT: Readonly<Record<OfSource['source']['sight'], readonly SourceActName[]>> = { whole: ['note-information', 'judge-outcome'], handling: [], authority: [], outline: ['judge-outcome'], veiled: [] }

/** What they told, to whom it was passed on, and how often it was borne out. */
export function WhatTheySaid({ source, onDone }: OfSource) {
  const say = useSay()
  const { handling, outcomes, record, sight } = source
  const lines = [
    ...(handling?.information ?? []).map(({ report, says, passedOn, noted }) => <><When at={noted.occurredAt} /> <bdi>{says}</bdi> {report !== null && <bdi dir="ltr" className="hint">{report}</bdi>} {passedOn !== null && <>{say('source.passed-on')} <bdi>{passedOn}</bdi></>}</>),
    ...outcomes.map(({ report, outcome }) => <><strong>{say(`source.outcome-${outcome}`)}</strong> <bdi dir="ltr">{report}</bdi></>),
  ]
  return (
    <SourcePart title={say('source.information')} none={say('source.no-information')} lines={lines}>
      {record === null ? <p className="hint">{say('source.record-none')}</p> : <p><Figure>{record.hits} / {record.misses}</Figure> <span className="hint">{say('source.record-counts')}</span></p>}
      <SourceActs source={source} acts={OF_WHAT[sight]} onDone={onDone} />
    </SourcePart>
  )
}
