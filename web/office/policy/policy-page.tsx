import { useState } from 'react'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import type { Sent } from '../../../wire/api.ts'
import { PolicyShape } from '../../../wire/office/policy.ts'
import { useAsked } from '../asking/use-asked.ts'
import { AsWritten, When } from '../figures/when.tsx'
import { Held, Page } from '../page/page.tsx'
import { useSession } from '../session/use-session.ts'
import { POLICY_PATH, POLICY_STREAM } from './policy-path.ts'
import { saidPolicy } from './said-policy.ts'
import { SignValue } from './sign-value.tsx'
import './policy.css'

export type PolicyShown = Sent<typeof PolicyShape>
export type PolicyRow = PolicyShown['values'][number]

/** What authorities set differently: every value in force, where it comes from, how surely that is known, and who stands behind it. */
export function PolicyPage() {
  const say = useSay()
  const asked = useAsked({ path: POLICY_PATH, streams: [POLICY_STREAM] }, PolicyShape)
  const maySign = useSession().answer?.person?.role === 'authorising-officer' ? 'yes' : 'no'
  return (
    <Page title={say('place.policy')} known={asked.answer && say('policy-page.version', { version: asked.answer.certainty })}>
      <p className="hint">{say('policy-page.for')}</p>
      <Held asked={asked} what={say('policy-page.reading')}>
        {(policy) => (
          <ul className="policy">
            {policy.values.map((row) => <Value key={row.id} row={row} policy={policy} maySign={maySign} />)}
          </ul>
        )}
      </Held>
    </Page>
  )
}

interface ValueProps {
  readonly row: PolicyRow
  readonly policy: PolicyShown
  readonly maySign: 'yes' | 'no'
}

function Value({ row, policy, maySign }: ValueProps) {
  const say = useSay()
  const [signing, setSigning] = useState(false)
  const title = say(`policy.${row.id}`)
  return (
    <li id={`policy-${row.id}`}>
      <div className="policy-value">
        <h2>{title}</h2>
        <p className="policy-figure"><strong>{saidPolicy(row.value, say)}</strong></p>
        <p className="policy-source">
          <bdi>{row.source}</bdi> <Sureness of={row.sureness} />
        </p>
        <p className="hint">
          {row.signed.length === 0 ? <><Mark of="unknown" /> {say('policy-page.nobody-signed')}</> : <>{say('policy-page.signed-by', { by: row.signedBy })} <AsWritten written={row.asOf} /></>}
          {row.signed.length > 0 && <> · {say('policy-page.default', { value: saidPolicy(row.default.value, say) })}</>}
        </p>
        {maySign === 'yes' && !signing && <button type="button" className="screen-only" onClick={() => setSigning(true)} aria-label={say('policy-page.sign-this', { what: title })}>{say('policy-page.sign')}</button>}
      </div>
      {signing && <SignValue row={row} version={policy.version} onDone={() => setSigning(false)} />}
      {row.signed.length > 0 && <History row={row} names={policy.names} />}
    </li>
  )
}

/** A value that nobody here has read in its source is shown as unverified. */
function Sureness({ of }: { readonly of: PolicyRow['sureness'] }) {
  const say = useSay()
  return <span className={of === 'unverified' ? 'unverified' : 'hint'}>{of === 'unverified' && <Mark of="unknown" />} {say(`sureness.${of}`)}</span>
}

function History({ row, names }: { readonly row: PolicyRow; readonly names: PolicyShown['names'] }) {
  const say = useSay()
  return (
    <details>
      <summary>{say('policy-page.history', { count: row.signed.length })}</summary>
      <ul>
        {row.signed.toReversed().map(({ noted, value, source, signedBy }) => (
          <li key={noted.entry}><strong>{saidPolicy(value, say)}</strong> · {signedBy} · {names[noted.by] ?? noted.by} <When at={noted.receivedAt} /> <q><bdi>{source}</bdi></q></li>
        ))}
      </ul>
    </details>
  )
}
