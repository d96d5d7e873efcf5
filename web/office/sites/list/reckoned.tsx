import type { GateId, GateState } from '../../../../core/certainty/gates.ts'
import { instant, type Instant } from '../../../../core/kernel/instant.ts'
import { lengthOfTime } from '../../../../ui/length-of-time.ts'
import { Mark, type Standing } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { Interval } from '../../figures/interval.tsx'
import { useNow } from '../../figures/use-now.ts'
import type { Reckoning } from '../sites-asked.ts'
import { WhenHere } from '../when-here.tsx'

/** The number of a site as last reckoned, with its interval and when; where nothing weighs, the words that nothing is known. */
export function Reckoned({ reckoning }: { readonly reckoning: Reckoning | null }) {
  const say = useSay()
  if (reckoning === null || reckoning.roots === 0) return <Interval of={null} />
  return <><Interval of={reckoning} /> <span className="hint reckoned-at">{say('office.as-known')} <WhenHere at={reckoning.reckonedAt} /></span></>
}

const DAY_MS = 86_400_000
/** Less than this left, and somebody has to act or ask again today. */
const RUNS_OUT_MS = DAY_MS

/** How long the answer still holds: its last day in amber, with the word; nothing is said where it does not hold. */
export function ValidityClock({ reckoning }: { readonly reckoning: Reckoning | null }) {
  const say = useSay()
  const now = useNow()
  if (reckoning === null || reckoning.roots === 0) return <span className="hint">{say('site.no-clock')}</span>
  if (reckoning.validUntil === null) return <span>{say(reckoning.gates.some(({ state }) => state === 'closed') ? 'site.does-not-hold' : 'site.holds-on')}</span>
  const until = instant(Date.parse(reckoning.validUntil))
  return <TimeLeft until={until} now={now} />
}

/** `holds 21 h`, amber with the word once a day or less is left, and after that for how long it has not held. */
export function TimeLeft({ until, now }: { readonly until: Instant; readonly now: Instant }) {
  const say = useSay()
  const length = lengthOfTime(until - now, say)
  if (until <= now) return <strong className="runs-out">{say('site.ran-out', { length })}</strong>
  if (until - now <= RUNS_OUT_MS) return <strong className="runs-out">{say('site.runs-out', { length })}</strong>
  return <span>{say('site.holds-for', { length })}</span>
}

export const GATE_MARK = { open: 'holds', closed: 'fails', unknown: 'unknown' } as const satisfies Record<GateState, Standing>

/** The five gates as five marks in their order. One that is not open has its word in sight; where all stand alike, one word does. */
export function GateMarks({ gates }: { readonly gates: readonly { readonly id: GateId; readonly state: GateState }[] }) {
  const say = useSay()
  const [first] = gates
  if (!first) return <span className="hint">{say('site.no-gates')}</span>
  if (gates.every(({ state }) => state === first.state)) return <span className={`gate-mark gate-mark-${first.state}`}><Mark of={GATE_MARK[first.state]} /> {say(`site.all-gates-${first.state}`)}</span>
  return (
    <ul className="gate-marks">
      {gates.map(({ id, state }) => (
        <li key={id} className={`gate-mark gate-mark-${state}`}>
          <Mark of={GATE_MARK[state]} /> <span className={state === 'open' ? 'heard' : undefined}>{say(`site.gate.${id}`)}</span><span className="heard"> {say(`state.${state}`)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The hour of entry of each plan for a site: in sight wherever the site is. */
export function PlansOf({ plans }: { readonly plans: readonly { readonly id: string; readonly number: string; readonly at: string }[] }) {
  const say = useSay()
  if (plans.length === 0) return <span className="hint">{say('site.no-plan')}</span>
  return (
    <ul className="lines">
      {plans.map(({ id, number, at }) => <li key={id}>{say('site.plan', { number })}: <WhenHere at={at} /></li>)}
    </ul>
  )
}
