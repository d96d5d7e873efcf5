import { useState } from 'react'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import type { Sent } from '../../../wire/api.ts'
import { HoldingsShape } from '../../../wire/office/requests-holdings.ts'
import { ask } from '../asking/ask.ts'
import type { Refusal } from '../asking/refusal.ts'
import { Refused } from '../asking/refused.tsx'
import { When } from '../figures/when.tsx'
import { REQUESTS_PATH } from './requests-asked.ts'

type Holdings = Sent<typeof HoldingsShape>
type Holding = Holdings['holdings'][number]

/** Where somebody stands in the files and who looked there: asked for on purpose, since asking is logged, and forgotten with the page. */
export function Holdings({ id }: { readonly id: string }) {
  const say = useSay()
  const [read, setRead] = useState<Holdings | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const open = async (): Promise<void> => {
    const answered = await ask(`${REQUESTS_PATH}/${id}/holdings`, HoldingsShape)
    if (answered.accepted) setRead(answered.value)
    setRefusal(answered.accepted ? null : answered.refusal)
  }
  return (
    <section className="panel" aria-labelledby="request-holdings">
      <h2 id="request-holdings">{say('request.holdings')}</h2>
      {read === null && <p className="hint">{say('request.holdings-means')}</p>}
      {read === null && <button type="button" onClick={() => void open()}>{say('request.holdings-open')}</button>}
      {refusal && <Refused refusal={refusal} onAgain={() => void open()} />}
      {read?.holdings.length === 0 && <p className="none-yet">{say('request.holdings-none')}</p>}
      {read?.holdings.map((holding) => <Held key={`${holding.file} ${holding.report ?? ''} ${holding.says}`} holding={holding} />)}
      {read && <><h3>{say('request.looks-of-the-request')}</h3><Looks of={read.ofTheRequest} /></>}
    </section>
  )
}

/** One file: who answers for it and on what basis, then who looked. */
function Held({ holding }: { readonly holding: Holding }) {
  const say = useSay()
  const { file, report, says, isFor, controller, basis, law } = holding
  return (
    <article>
      <h3><bdi dir="ltr">{file}</bdi> {report !== null && <bdi dir="ltr">{report}</bdi>}</h3>
      <p><bdi>{says}</bdi></p>
      {isFor === 'not-for-you' && <p><Mark of="unknown" /> {say('request.holding-not-for-you')}</p>}
      <dl className="facts">
        {controller && <div><dt>{say('request.controller')}</dt><dd><bdi>{controller.name}</bdi></dd></div>}
        <div><dt>{say('request.basis')}</dt><dd>{say(`holding-basis.${basis}`)} <span className="hint">{law.provision !== null && <bdi dir="ltr">{law.provision}</bdi>} ({say(`sureness.${law.sureness}`)})</span></dd></div>
      </dl>
      {isFor === 'you' && <><h4>{say('request.looks')}</h4><Looks of={holding} /></>}
    </article>
  )
}

/** Who looked, by what they are; a name stands here only where the policy of rights tells it. */
function Looks({ of: { looks, moreLooks } }: { readonly of: Pick<Holding, 'looks' | 'moreLooks'> }) {
  const say = useSay()
  if (looks.length === 0) return <p className="none-yet">{say('request.looks-none')}</p>
  return (
    <>
      <ul className="lines">
        {looks.map(({ at, role, organisation, look, name }, line) => <li key={`${at} ${role} ${line}`}><When at={at} />: {name !== null && <bdi>{name}</bdi>} {say(`role.${role}`)}, <bdi>{organisation}</bdi>{look !== null && <>, {say(`look-for.${look}`)}</>}</li>)}
      </ul>
      {moreLooks === 'yes' && <p className="hint">{say('request.looks-more')}</p>}
    </>
  )
}
