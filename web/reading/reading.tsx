import { useSay } from '../../ui/say.tsx'
import { AtAGlance } from '../certainty/at-a-glance.tsx'
import { CertaintySection } from '../certainty/certainty-section.tsx'
import { CompareSection } from '../compare/compare-section.tsx'
import { LawSection } from '../law/law-section.tsx'
import { Showing, type Assessed } from './assessed.ts'
import { Concerns } from './concerns.tsx'
import { Conditional } from './conditional.tsx'
import { Criteria } from './criteria.tsx'
import { Harm } from './harm.tsx'
import { Lead } from './lead.tsx'
import { Markers } from './markers.tsx'
import { Phases } from './phases.tsx'
import { Sources } from './sources.tsx'
import { TowardSmart } from './toward-smart.tsx'
import { Urgent } from './urgent.tsx'
import { Verdict } from './verdict.tsx'

/** The whole reading, in the order in which a tired person asks: what, how sure, until when, on what, what next. */
export function ReadingOf({ assessed, from }: { readonly assessed: Assessed; readonly from: string | null }) {
  const { reading, operation } = assessed
  return (
    <Showing value={assessed}>
      <section id="verdict" aria-labelledby="verdict-words" className="part">
        <Verdict from={from} />
        <AtAGlance />
        {reading.read === 'lead' ? (
          <Lead reading={reading} />
        ) : (
          <>
            <Markers markers={reading.markers.filter(({ state }) => state === 'found')} />
            <Phases phases={reading.phases} />
            <Markers markers={[...reading.markers.filter(({ state }) => state === 'unknown'), ...reading.markers.filter(({ state }) => state === 'not-found')]} />
            <Urgent reading={reading} />
            <TowardSmart reading={reading} />
            <Conditional reading={reading} />
          </>
        )}
        <Concerns />
        <Harm />
      </section>
      <CertaintySection />
      {operation.operation !== 'none' && <LawSection operation={operation} />}
      {reading.read === 'raid' && <CriteriaSection reading={reading} />}
      <CompareSection />
      <Sources />
    </Showing>
  )
}

function CriteriaSection({ reading }: { readonly reading: Extract<Assessed['reading'], { read: 'raid' }> }) {
  const say = useSay()
  return (
    <section id="criteria" aria-labelledby="criteria-title" className="part">
      <h2 id="criteria-title">{say('criteria.title')}</h2>
      <Criteria criteria={reading.criteria} />
    </section>
  )
}
