import type { PlanPart } from '../../../../core/planning/plan-facts.ts'
import { Button } from '@mantine/core'
import { useSay } from '../../../../ui/say.tsx'
import { When } from '../../figures/when.tsx'
import type { Draft } from '../../form/use-draft.ts'
import type { ShownPlan } from '../plan-asked.ts'
import { Changes } from '../versions/changes.tsx'
import { differences } from '../versions/differences.ts'
import { contentWritten, partIn, writtenBy, type PartDraft } from './part-draft.ts'

interface ChangedMeanwhileProps {
  readonly plan: ShownPlan
  readonly part: PlanPart
  readonly draft: Draft<PartDraft>
  readonly onSettled: () => void
  readonly onTheirs: () => void
}

/** Somebody recorded this part while it was being written here: theirs and mine side by side, and one of them is chosen. */
export function ChangedMeanwhile({ plan, part, draft, onSettled, onTheirs }: ChangedMeanwhileProps) {
  const say = useSay()
  const theirs = partIn(plan, part)
  const changes = differences(theirs.content, contentWritten(part, draft.value.filled))
  const keepMine = (): void => {
    onSettled()
    draft.set({ base: writtenBy(plan, part), sentAs: '' })
  }
  return (
    <section className="changed-meanwhile" aria-label={say('plan-page.meanwhile')} role="alert">
      <p className="refused-title">{say('plan-page.meanwhile')}</p>
      {theirs.written && <p>{say('plan-page.meanwhile-by', { who: plan.names[theirs.written.by] ?? theirs.written.by })} <When at={theirs.written.receivedAt} /></p>}
      {changes.length === 0 ? <p>{say('plan-page.meanwhile-same')}</p> : <Changes part={part} changes={changes} content={theirs.content} was={say('plan-page.theirs')} is={say('plan-page.mine')} />}
      <div className="form-acts">
        <Button onClick={keepMine}>{say('plan-page.keep-mine')}</Button>
        <Button variant="default" onClick={onTheirs}>{say('plan-page.take-theirs')}</Button>
      </div>
    </section>
  )
}
