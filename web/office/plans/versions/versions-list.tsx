import { useNavigate } from '@tanstack/react-router'
import { useSay } from '../../../../ui/say.tsx'
import { When } from '../../figures/when.tsx'
import { Listing } from '../../page/listing.tsx'
import type { ShownPlan } from '../plan-asked.ts'

/** Every version, newest first: who, when, and what was written or done. */
export function VersionsList({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const go = useNavigate()
  return (
    <section aria-labelledby="all-versions">
      <h2 id="all-versions">{say('versions.all')}</h2>
      <Listing
        caption={say('versions.all')}
        rows={plan.versions.toReversed()}
        rowKey={({ noted }) => noted.entry}
        onOpen={({ noted }) => void go({ to: '/plans/$plan/versions/$version', params: { plan: plan.id, version: String(noted.version) } })}
        none={say('versions.none')}
        columns={[
          { id: 'version', head: say('versions.version'), holds: 'number', cell: ({ noted }) => noted.version },
          { id: 'what', head: say('versions.what'), cell: ({ act, part }) => <>{say(`done.${act}`)}{part !== null && <>: <strong>{say(`part.${part}`)}</strong></>}</> },
          { id: 'who', head: say('versions.who'), cell: ({ noted }) => plan.names[noted.by] ?? noted.by },
          { id: 'when', head: say('versions.when'), cell: ({ noted }) => <When at={noted.receivedAt} /> },
        ]}
      />
    </section>
  )
}
