import { useState } from 'react'
import { useSay } from '../../../../ui/say.tsx'
import { ComparisonShape } from '../../../../wire/office/plan-answers.ts'
import { useAsked } from '../../asking/use-asked.ts'
import { SelectField } from '../../form/fields.tsx'
import { Held } from '../../page/page.tsx'
import { partIn } from '../parts/part-draft.ts'
import { planPath, type ShownPlan } from '../plan-asked.ts'
import { differences, type Difference } from './differences.ts'
import { Changes } from './changes.tsx'

/** Two versions side by side: each part that differs, entry by entry, as it was and as it is. */
export function Compare({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const [from, setFrom] = useState(String(startOf(plan)))
  const [to, setTo] = useState(String(plan.latest))
  const options = plan.versions.map(({ noted, act, part }) => ({ value: String(noted.version), words: `${noted.version} · ${say(`done.${act}`)}${part === null ? '' : `: ${say(`part.${part}`)}`}` })).toReversed()
  const asked = useAsked({ path: from === to ? null : `${planPath(plan.id)}/compare?from=${from}&to=${to}`, streams: [`plan/${plan.id}`] }, ComparisonShape)
  return (
    <section aria-labelledby="compare-versions">
      <h2 id="compare-versions">{say('versions.compare')}</h2>
      <div className="fields">
        <SelectField label={say('versions.from')} value={from} onChange={setFrom} options={options} />
        <SelectField label={say('versions.to')} value={to} onChange={setTo} options={options} />
      </div>
      {from === to && <p>{say('versions.same')}</p>}
      <Held asked={asked} what={say('versions.comparing')}>
        {({ parts }) => (parts.length === 0 ? <p>{say('versions.no-difference')}</p> : parts.map(({ part, changes }) => (
          <section key={part} className="compared" aria-label={say(`part.${part}`)}>
            <h3>{say(`part.${part}`)} <span className="hint">{say('versions.changes', { count: changes.length })}</span></h3>
            <Changes part={part} changes={changes.flatMap(opened)} content={partIn(plan, part).content} was={say('versions.was', { version: from })} is={say('versions.is', { version: to })} />
          </section>
        )))}
      </Held>
    </section>
  )
}

/** A part that was not there before, or is no more, is shown entry by entry. */
const opened = ({ path, was, is }: { readonly path: string; readonly was?: unknown; readonly is?: unknown }): readonly Difference[] =>
  path === '' ? differences(was ?? (Array.isArray(is) ? [] : {}), is ?? (Array.isArray(was) ? [] : {})) : [{ path, was, is }]

/** What somebody authorised last is what a later version is compared with; else the version before. */
function startOf({ versions, latest }: ShownPlan): number {
  const authorised = versions.findLast(({ act }) => act === 'plan/authorised')?.noted.version
  return authorised !== undefined && authorised < latest ? authorised : Math.max(1, latest - 1)
}
