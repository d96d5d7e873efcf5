import { useState } from 'react'
import type { PlanPart } from '../../../../core/planning/plan-facts.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { When } from '../../figures/when.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { criteriaOfPart } from '../live/mends.ts'
import { useFolding } from './folding.tsx'
import { InALine } from './in-a-line.tsx'
import type { ShownPlan } from '../plan-asked.ts'
import { partIn, usePartDraft } from './part-draft.ts'
import { ReadPart } from '../shown/read-part.tsx'
import { isSettled } from './settled.ts'
import { WritePart } from './write-part.tsx'

interface PartProps {
  readonly plan: ShownPlan
  readonly part: PlanPart
  readonly mayWrite: 'yes' | 'no'
}

/** One part of a plan: what it says, who wrote it last, how it stands, and the way to write it. Where nothing is lacking it is folded to a line. */
export function Part({ plan, part, mayWrite }: PartProps) {
  const say = useSay()
  const draft = usePartDraft(plan, part)
  const [asked, setAsked] = useState<'reading' | 'writing'>('reading')
  const { content, written } = partIn(plan, part)
  const isWriting = mayWrite === 'yes' && (asked === 'writing' || draft.unsent === 'yes')
  const title = say(`part.${part}`)
  const { chosen, choose } = useFolding()
  const { reading } = useAssessed()
  const isOpen = isWriting || (chosen.get(part) ?? (isSettled(part, content, reading) ? 'folded' : 'open')) === 'open'
  const write = (): void => {
    choose('open', part)
    setAsked('writing')
  }
  return (
    <section id={`part-${part}`} className="plan-part" aria-labelledby={`part-${part}-title`}>
      <header className="part-head">
        <h3 id={`part-${part}-title`} tabIndex={-1}><button type="button" className="fold" aria-expanded={isOpen} aria-controls={`part-${part}-content`} onClick={() => choose(isOpen ? 'folded' : 'open', part)}>{title}</button></h3>
        <PartStands part={part} />
        {draft.unsent === 'yes' && <strong className="runs-out">{say('plan-page.not-recorded')}</strong>}
        <span className="hint part-written">{written ? <>{say('plan-page.written-by', { who: plan.names[written.by] ?? written.by })} <When at={written.receivedAt} /></> : <><Mark of="unknown" /> {say('plan-page.nobody-wrote')}</>}</span>
        {mayWrite === 'yes' && !isWriting && <button type="button" className="screen-only" onClick={write} aria-label={say('plan-page.write', { part: title })}>{say('plan-page.write-short')}</button>}
      </header>
      {!isOpen && <InALine part={part} content={content} />}
      {isWriting && <WritePart plan={plan} part={part} onDone={() => setAsked('reading')} />}
      <div id={`part-${part}-content`} className={isOpen ? undefined : 'folded'}>{(!isWriting || READ_WHILE_WRITTEN.has(part)) && <ReadPart part={part} content={content} />}</div>
    </section>
  )
}

/** What is computed of these stays in sight while they are written. */
const READ_WHILE_WRITTEN: ReadonlySet<PlanPart> = new Set<PlanPart>(['offences'])

/** How the criteria stand that this part answers. */
function PartStands({ part }: { readonly part: PlanPart }) {
  const say = useSay()
  const { reading } = useAssessed()
  if (reading.read !== 'raid') return null
  return reading.criteria.filter(({ id }) => criteriaOfPart(part).includes(id)).map(({ id, finding }) => (
    <span key={id} className="part-stands"><Mark of={finding} /> {say(`finding.${finding}`)}</span>
  ))
}
