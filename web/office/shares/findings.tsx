import { useState } from 'react'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import { AnswerFinding } from './answer-finding.tsx'
import type { Finding, ShareRead } from './shares-asked.ts'

/** Each fact that waits, with what the check finds beside it, and the answer somebody gives. */
export function Findings({ share, onDone }: { readonly share: ShareRead; readonly onDone: () => void }) {
  const say = useSay()
  const [answering, setAnswering] = useState<string | null>(null)
  const done = (): void => {
    setAnswering(null)
    onDone()
  }
  return (
    <ul className="checked">
      {(share.draft?.facts ?? []).map((fact) => {
        const finding = share.findings?.find((one) => one.fact === fact.id)
        const answers = share.draft?.answers.filter((one) => one.fact === fact.id) ?? []
        return (
          <li key={fact.id}>
            <div><bdi>{fact.says}</bdi> <span className="hint">{say(`report.person.${fact.about}`)} · {say(`sharing.basis-${fact.basis}`)}</span></div>
            <div>
              {finding ? <FindingSaid finding={finding} /> : share.findings && <p><Mark of="holds" /> {say(answers.length > 0 ? 'sharing.answered' : 'sharing.found-nothing')}</p>}
              {answers.map(({ how, by }) => <p key={`${how} ${by}`} className="hint">{say(`sharing.how-${how}`)} · <bdi>{share.names[by] ?? by}</bdi></p>)}
              {finding && answering !== fact.id && <button type="button" onClick={() => setAnswering(fact.id)}>{say('sharing.answer')}</button>}
              {finding && answering === fact.id && <AnswerFinding share={share} finding={finding} onDone={done} onAway={() => setAnswering(null)} />}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** What the check found, and what it proposes. It decides nothing. */
export function FindingSaid({ finding: { exposure, knownBy, perhapsIn, delayUntil, coarser } }: { readonly finding: Finding }) {
  const say = useSay()
  return (
    <>
      <p><Mark of="fails" /> {say(`sharing.exposure-${exposure}`)} {knownBy.length > 0 && <bdi dir="ltr">{knownBy.join(', ')}</bdi>}</p>
      <ul className="hint">
        {perhapsIn.length > 0 && <li>{say('sharing.perhaps-in')} <bdi dir="ltr">{perhapsIn.join(', ')}</bdi></li>}
        <li>{delayUntil === null ? say('sharing.no-delay') : <>{say('sharing.delay-until')} <When at={delayUntil} /></>}</li>
        <li>{say('sharing.coarser')} {say(`sharing.kind-${coarser.kind}`)}; {say(`sharing.time-${coarser.time}`)}</li>
      </ul>
    </>
  )
}
