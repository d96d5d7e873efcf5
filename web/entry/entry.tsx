import { goTo } from '../../ui/go-to.ts'
import { Mark } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import type { Draft } from './draft.ts'
import { useFilling } from './entry-state.ts'
import { Attempts, Doubts } from './sections/attempts.tsx'
import { Goal } from './sections/goal.tsx'
import { Law } from './sections/law.tsx'
import { EnteredSources, HandlingOfLead } from './sections/lead-and-sources.tsx'
import { Questions, questionsOf } from './sections/questions.tsx'
import { Reports } from './sections/reports.tsx'
import { When, Where } from './sections/when-and-where.tsx'
import { PHASES } from '../../core/planning/requirements.ts'

/** The entry, in the order of the field: what and when, where, what for, the law, who said what, the attempts, the questions. */
export function Entry() {
  const { draft } = useFilling()
  return (
    <>
      <Index draft={draft} />
      <When />
      <Where />
      {draft.operation === 'past' && <Goal />}
      {draft.operation === 'past' && <Law />}
      <Reports />
      <Attempts />
      <Doubts />
      {draft.operation === 'past' ? <Questions /> : <HandlingOfLead />}
      <EnteredSources />
    </>
  )
}

/** The steps with whether anything is told in each; what is not is shown as unknown. */
function Index({ draft }: { readonly draft: Draft }) {
  const say = useSay()
  return (
    <nav aria-label={say('enter.index')} className="entry-index">
      <ol>
        {stepsOf(draft).map(({ id, told, of }) => (
          <li key={id}>
            <a href={`#enter-${id}`} onClick={(event) => { event.preventDefault(); goTo(`enter-${id}`) }}>
              <Mark of={told === 0 ? 'unknown' : told < of ? 'partly' : 'holds'} /> {say(`enter.${id}`)}
              <span className="state">{of > 1 ? say('count.of', { count: told, of }) : say(told > 0 ? 'enter.told' : 'met.unknown')}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface Step {
  readonly id: string
  readonly told: number
  readonly of: number
}

function stepsOf(draft: Draft): readonly Step[] {
  const step = (id: string, ...told: readonly boolean[]): Step => ({ id, told: told.filter(Boolean).length, of: told.length })
  const { goal, reports, attempts, shocks, alternative, offences, lead, sources } = draft
  const raid = [
    step('goal', goal.declared !== 'unknown', goal.tasking !== 'unknown'),
    step('law', offences.told !== 'unknown'),
  ]
  const questions = PHASES.map((phase): Step => {
    const asked = questionsOf(phase)
    const answered = new Set(draft.facts.filter(({ answer }) => answer !== 'unknown').map(({ about }) => about))
    return { id: `questions-${phase}`, told: asked.filter((id) => answered.has(id)).length, of: asked.length }
  })
  const past = draft.operation === 'past'
  return [
    step('when', draft.name !== '', draft.at !== ''),
    step('where', draft.siteName !== '', draft.venue !== 'unknown'),
    ...(past ? raid : []),
    step('reports', reports.told !== 'unknown'),
    step('attempts', attempts.told !== 'unknown'),
    step('doubts', shocks.length > 0 || alternative.told !== 'unknown'),
    ...(past ? questions : [step('lead', lead.standing !== 'unknown', lead.reviewed !== 'unknown')]),
    step('sources', sources.length > 0),
  ]
}
