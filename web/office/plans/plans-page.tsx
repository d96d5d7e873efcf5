import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import { Refused } from '../asking/refused.tsx'
import { When } from '../figures/when.tsx'
import { Listing } from '../page/listing.tsx'
import { Page } from '../page/page.tsx'
import { Waiting } from '../page/waiting.tsx'
import { useMay } from '../session/use-may.ts'
import { OpenPlanForm } from './open-plan.tsx'
import { usePlans } from './plan-asked.ts'
import { StandingMark } from './standing-mark.tsx'
import './plans.css'

/** All plans: which site, when the door is to be opened and how long that is, how each stands, and what moved last. */
export function PlansPage() {
  const say = useSay()
  const go = useNavigate()
  const asked = usePlans()
  const mayOpen = useMay('open-plan')
  const [opening, setOpening] = useState(false)
  const open = (plan: string): void => void go({ to: '/plans/$plan', params: { plan } })
  return (
    <Page title={say('place.plans')} acts={mayOpen && !opening && <Button onClick={() => setOpening(true)}>{say('plans.open')}</Button>}>
      {opening && <OpenPlanForm onOpened={open} onAway={() => setOpening(false)} />}
      {asked.refusal && <Refused refusal={asked.refusal} onAgain={asked.again} />}
      {asked.waiting && <Waiting what={say('plans.reading')} />}
      {asked.rows && (
        <Listing
          caption={say('plans.caption', { count: asked.count })}
          rows={asked.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          none={say('plans.none')}
          columns={[
            { id: 'number', head: say('plans.number'), cell: ({ number }) => <strong><bdi dir="ltr">{number}</bdi></strong> },
            { id: 'site', head: say('plans.site'), cell: ({ siteNumber }) => <bdi dir="ltr">{siteNumber}</bdi> },
            { id: 'at', head: say('plans.hour'), cell: ({ at }) => <When at={at} /> },
            { id: 'standing', head: say('plans.standing'), cell: ({ standing }) => <StandingMark standing={standing} /> },
            { id: 'version', head: say('versions.version'), holds: 'number', room: 'wide', cell: ({ version }) => version },
            { id: 'last', head: say('plans.last'), room: 'wide', cell: ({ lastAt }) => <When at={lastAt} /> },
          ]}
        />
      )}
      {asked.more && <button type="button" onClick={asked.more}>{say('plans.more')}</button>}
    </Page>
  )
}
