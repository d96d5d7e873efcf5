import { lazy, Suspense, useEffect, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import type { Instant } from '../../../../core/kernel/instant.ts'
import { goTo } from '../../../../ui/go-to.ts'
import { useSay } from '../../../../ui/say.tsx'
import { NeedPanel } from '../../need/need-panel.tsx'
import { Page } from '../../page/page.tsx'
import { Waiting } from '../../page/waiting.tsx'
import { Showing } from '../../../reading/assessed.ts'
import { useUnfolded } from '../../../reading/use-paper.ts'
import { AreTheyThere } from './are-they-there.tsx'
import { Attempts } from './attempts.tsx'
import type { Board } from './board.ts'
import { SiteConcerns, Timeline, WhoLooked } from './history.tsx'
import { Leads } from './leads.tsx'
import { MovementLine } from './movement-line.tsx'
import { OnBoard } from './on-board.ts'
import { Places } from './places.tsx'
import { PlansOfSite } from './plans-of-site.tsx'
import { Alternative, Shocks } from './shocks.tsx'
import { AsKnown, HourOfEntry, NotNow } from './site-head.tsx'
import { Tasks } from './tasks.tsx'
import { useMovement } from './use-movement.ts'
import { WhatItRestsOn } from './what-it-rests-on.tsx'
import { WouldChange } from './would-change.tsx'

const Drawn = lazy(() => import('./drawn.tsx').then((module) => ({ default: module.Drawn })))
const EnterReport = lazy(() => import('../report/enter-report.tsx').then((module) => ({ default: module.EnterReport })))

interface WholeBoardProps {
  readonly board: Board
  readonly when: 'now' | 'then'
  readonly entry: Instant | null
  readonly onEntry: (entry: Instant | null) => void
  readonly onKnownAt: (knownAt: string | null) => void
}

/** One screen: what is known, how sure, until when, on what it rests, what would change it; below, everything that is owed and everything that happened. */
export function WholeBoard({ board, when, entry, onEntry, onKnownAt }: WholeBoardProps) {
  const say = useSay()
  const go = useNavigate()
  const [entering, setEntering] = useState(false)
  const [movement, putAway] = useMovement(when === 'now' ? board : undefined)
  const { site } = board
  const leaveReport = (): void => {
    setEntering(false)
    requestAnimationFrame(() => goTo('there'))
  }
  useUnfolded()
  useReportKey(when === 'now', () => setEntering(true))
  return (
    <OnBoard value={{ board, when }}>
      <Showing value={board.assessed}>
        <Page
          title={say('site.title', { number: site.number, name: site.name })}
          kind={say('site.kind')}
          known={<span className="hint">{say(`venue.${site.venue}`)} · <bdi dir="ltr">{site.jurisdiction}</bdi></span>}
          acts={<><AsKnown board={board} when={when} onChoose={onKnownAt} /><HourOfEntry board={board} entry={entry} onChoose={onEntry} />{when === 'now' && <Button onClick={() => setEntering(true)}>{say('report.enter')}</Button>}{when === 'now' && <Button variant="default" onClick={() => void go({ to: '/sites/$site/import', params: { site: site.id } })}>{say('import.bring-in')}</Button>}{when === 'now' && <Button variant="default" onClick={() => void go({ to: '/sites/$site/share', params: { site: site.id } })}>{say('site.pass-on')}</Button>}</>}
        >
          <PlansOfSite />
          {when === 'then' && <NotNow knownAt={board.knownAt} onBack={() => onKnownAt(null)} />}
          {movement && <MovementLine movement={movement} onAway={putAway} />}
          {entering && when === 'now' && <Suspense fallback={<Waiting what={say('site.opening-form')} />}><EnterReport onDone={leaveReport} /></Suspense>}
          <div className={when === 'then' ? 'board board-then' : 'board'}>
            <div className="board-there"><AreTheyThere /></div>
            <div className="board-side"><WhatItRestsOn /><WouldChange /><Tasks /><Leads /><Attempts /><Shocks /><Alternative /></div>
            <div className="board-more"><SiteConcerns /><Suspense fallback={<Waiting what={say('site.drawing')} />}><Drawn /></Suspense><Places /></div>
            <div className="board-past"><Timeline onAsKnown={onKnownAt} /><WhoLooked /><NeedPanel file={`site/${site.id}`} /></div>
          </div>
        </Page>
      </Showing>
    </OnBoard>
  )
}

/** `r` opens the form of a report, while nobody types. */
function useReportKey(on: boolean, open: () => void): void {
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')
      if (event.key !== 'r' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
