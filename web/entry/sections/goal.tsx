import { GOALS } from '../../../core/planning/operation.ts'
import { LongField, SelectField, TextField } from '../../../ui/field.tsx'
import { useSay } from '../../../ui/say.tsx'
import { useFilling } from '../entry-state.ts'
import { PickSources } from './pick-sources.tsx'
import { Section } from './section.tsx'

/** What it was for: what was declared, and what the tasking shows. */
export function Goal() {
  const say = useSay()
  const { draft: { goal }, change } = useFilling()
  const set = (part: Partial<typeof goal>) => change((draft) => ({ ...draft, goal: { ...draft.goal, ...part } }))
  const goals = (['unknown', ...GOALS] as const).map((value) => ({ value, words: say(`goal.${value}`) }))
  return (
    <Section id="goal" term="goal">
      <SelectField label={say('enter.declared')} value={goal.declared} onChange={(declared) => set({ declared })} options={goals} />
      <SelectField label={say('enter.tasking')} hint={say('enter.tasking-hint')} value={goal.tasking} onChange={(tasking) => set({ tasking })} options={goals} />
      {(goal.declared !== 'unknown' || goal.tasking !== 'unknown') && (
        <>
          <TextField label={say('enter.power')} hint={say('enter.power-hint')} value={goal.powerOfEntry} onChange={(powerOfEntry) => set({ powerOfEntry })} />
          <LongField label={say('enter.goal-says')} value={goal.says} onChange={(says) => set({ says })} />
          <PickSources picked={goal.sources} onChange={(sources) => set({ sources })} />
        </>
      )}
    </Section>
  )
}
