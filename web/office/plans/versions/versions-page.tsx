import { useParams } from '@tanstack/react-router'
import { useSay } from '../../../../ui/say.tsx'
import { HoursToEntry } from '../../figures/hours-to-entry.tsx'
import { Held, Page } from '../../page/page.tsx'
import { usePlan } from '../plan-asked.ts'
import { PlanPlaces } from '../plan-places.tsx'
import { Compare } from './compare.tsx'
import { KnownThen } from './known-then.tsx'
import { VersionsList } from './versions-list.tsx'
import '../plans.css'

/** How a plan came to be what it is: every version, any two compared, and what was known whenever it was authorised. */
export function VersionsPage() {
  const say = useSay()
  const { plan: id = '' } = useParams({ strict: false }) as { readonly plan?: string }
  const asked = usePlan(id)
  const title = asked.answer ? say('versions.title', { number: asked.answer.number }) : say('versions.kind')
  return (
    <Page title={title} kind={say('versions.kind')} known={asked.answer && <HoursToEntry entry={String(asked.answer.operation['at'])} />} acts={<PlanPlaces plan={id} at="versions" />}>
      <Held asked={asked} what={say('plan-page.reading')}>
        {(plan) => (
          <>
            <KnownThen plan={plan} />
            <Compare plan={plan} />
            <VersionsList plan={plan} />
          </>
        )}
      </Held>
    </Page>
  )
}
