import { useMemo } from 'react'
import { useParams } from '@tanstack/react-router'
import { instant, type Instant } from '../../../../core/kernel/instant.ts'
import { useSay } from '../../../../ui/say.tsx'
import { SiteShape } from '../../../../wire/office/site-answers.ts'
import { Refused } from '../../asking/refused.tsx'
import { useAsked } from '../../asking/use-asked.ts'
import { Page } from '../../page/page.tsx'
import { Waiting } from '../../page/waiting.tsx'
import '../sites.css'
import { PolicyUnread } from '../../policy/policy-unread.tsx'
import { useUnitPolicy, type UnitPolicy } from '../../policy/unit-policy.ts'
import { useAskedTimes } from './asked-times.ts'
import { boardOf, type SiteRead } from './board.ts'
import { WholeBoard } from './whole-board.tsx'

/** The file of one site: what is known, how sure, until when, what it rests on, and what to do next. */
export function SitePage() {
  const { site = '' } = useParams({ strict: false })
  return <SiteOf key={site} id={site} />
}

function SiteOf({ id }: { readonly id: string }) {
  const say = useSay()
  const [{ knownAt }] = useAskedTimes()
  const policy = useUnitPolicy()
  const asked = useAsked({ path: `/api/sites/${id}${knownAt === null ? '' : `?knownAt=${encodeURIComponent(knownAt)}`}`, streams: [`site/${id}`, 'plan/'] }, SiteShape)
  const isBeingRead = asked.waiting || policy.standing === 'being-read'
  return (
    <>
      {asked.refusal && <Page title={say('place.sites')}><Refused refusal={asked.refusal} onAgain={asked.again} /></Page>}
      {isBeingRead && <Waiting what={say('site.reading-site')} />}
      {!asked.refusal && <PolicyUnread />}
      {asked.answer && !isBeingRead && <Asked site={asked.answer} policy={policy} />}
    </>
  )
}

/** A site as known now is read by the policy of now; as it was once known, by the policy of then. */
function Asked({ site, policy }: { readonly site: SiteRead; readonly policy: UnitPolicy }) {
  const say = useSay()
  const [times, ask] = useAskedTimes()
  const when = times.knownAt === null ? 'now' : 'then'
  const entry = times.entry === 'as-planned' ? plannedHour(site) : times.entry === 'now' ? null : times.entry
  const { now, at } = policy
  const inForce = useMemo(() => (when === 'now' ? now : at(site.knownAt)), [when, now, at, site.knownAt])
  const board = useMemo(() => boardOf(site, entry, inForce), [site, entry, inForce])
  if (!board) return <p role="alert">{say('site.unreadable')}</p>
  return <WholeBoard board={board} when={when} entry={entry} onEntry={(chosen) => ask({ entry: chosen ?? 'now' })} onKnownAt={(knownAt) => ask({ knownAt })} />
}

/** The next hour of entry among the plans of a site, as known then; null where none lies ahead. */
export function plannedHour({ plans, knownAt }: Pick<SiteRead, 'plans' | 'knownAt'>): Instant | null {
  const ahead = plans.map(({ at }) => instant(Date.parse(at))).filter((at) => at > Date.parse(knownAt)).toSorted((a, b) => a - b)
  return ahead[0] ?? null
}
