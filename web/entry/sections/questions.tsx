import { answeredByFacts, CRITERIA, CRITERION_IDS, PHASES, requirementsOf, type Phase, type RequirementId } from '../../../core/planning/requirements.ts'
import { Choice } from '../../../ui/choice.tsx'
import { LongField } from '../../../ui/field.tsx'
import { useSay } from '../../../ui/say.tsx'
import { freshId } from '../blank-draft.ts'
import { ANSWERS_TO_A_QUESTION, type FactDraft } from '../draft.ts'
import { useFilling } from '../entry-state.ts'
import { PickSources } from './pick-sources.tsx'
import { Section } from './section.tsx'

/** Questions that statements answer, phase by phase; those of certainty and law are computed from the rest. */
export const questionsOf = (phase: Phase): readonly RequirementId[] =>
  CRITERION_IDS.filter((id) => CRITERIA[id].phase === phase).flatMap(requirementsOf).filter(answeredByFacts)

export function Questions() {
  const say = useSay()
  return PHASES.map((phase) => (
    <Section key={phase} id={`questions-${phase}`} hint={say('enter.questions-hint')}>
      {questionsOf(phase).map((requirement) => <Question key={requirement} about={requirement} />)}
    </Section>
  ))
}

/** One question. Where sources disagree each has its own answer, and the worse one governs. */
function Question({ about }: { readonly about: RequirementId }) {
  const say = useSay()
  const { draft, change, remove } = useFilling()
  const facts = draft.facts.filter((fact) => fact.about === about)
  const [first] = facts
  const options = ANSWERS_TO_A_QUESTION.map((value) => ({ value, words: say(`met.${value}`) }))
  const put = (fact: FactDraft, part: Partial<FactDraft>) => change((before) => ({ ...before, facts: before.facts.map((one) => (one.id === fact.id ? { ...one, ...part } : one)) }))
  const add = (answer: FactDraft['answer']) => change((before) => ({ ...before, facts: [...before.facts, { id: freshId('fact', before), about, answer, says: '', sources: [] }] }))
  const answer = (fact: FactDraft | undefined, value: FactDraft['answer']) => {
    if (!fact) return add(value)
    if (value === 'unknown' && fact.says.trim() === '') return remove((before) => ({ ...before, facts: before.facts.filter(({ id }) => id !== fact.id) }))
    put(fact, { answer: value })
  }
  return (
    <div className="question">
      {(first ? facts : [undefined]).map((fact, at) => (
        <div key={fact?.id ?? 'unanswered'}>
          <Choice label={at === 0 ? say(`requirement.${about}`) : say('enter.another-source-n', { n: at + 1 })} value={fact?.answer ?? 'unknown'} unknown="unknown" onChange={(value) => answer(fact, value)} options={options} />
          {fact && fact.answer !== 'unknown' && (
            <div className="told">
              <LongField label={say('enter.fact-says')} value={fact.says} onChange={(says) => put(fact, { says })} />
              <PickSources picked={fact.sources} onChange={(sources) => put(fact, { sources })} />
            </div>
          )}
        </div>
      ))}
      {first && first.answer !== 'unknown' && <button type="button" className="plain" onClick={() => add('unknown')}>{say('enter.another-source')}</button>}
    </div>
  )
}
