import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { SourceShown, type SourceAnswer } from '../../../wire/office/source-answers.ts'
import { ask } from '../asking/ask.ts'
import type { Refusal } from '../asking/refusal.ts'
import { Refused } from '../asking/refused.tsx'
import { WhoSought } from '../finding/who-sought.tsx'
import { NeedPanel } from '../need/need-panel.tsx'
import { AskFirst } from '../page/ask-first.tsx'
import { HandlingShown } from './handling-shown.tsx'
import { SourceAbout } from './source-about.tsx'
import { SourceLooks } from './source-looks.tsx'
import { SourceUse } from './source-use.tsx'
import { WhatTheySaid } from './what-they-said.tsx'

interface SourceOpenProps {
  readonly id: string
  readonly onAway: () => void
}

/**
 * One source with who they are: opened on purpose, after being told that it is logged, and forgotten when it is closed.
 *
 * What was read is held by this part of the page alone, not among the answers that other pages share.
 */
export function SourceOpen({ id, onAway }: SourceOpenProps) {
  const say = useSay()
  const [source, setSource] = useState<SourceAnswer | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const open = async (): Promise<void> => {
    const answered = await ask(`/api/sources/${id}`, SourceShown)
    if (answered.accepted) setSource(answered.value)
    setRefusal(answered.accepted ? null : answered.refusal)
  }
  if (source === null && refusal === null)
    return <AskFirst title={say('source.open-one')} act={say('source.open')} onAct={() => void open()} onKeep={onAway}><p>{say('source.open-means')}</p></AskFirst>
  const file = { source, onDone: () => void open() }
  return (
    <div className="source-identity">
      <div className="panel-head"><h2>{source && <bdi>{source.codeName ?? say('source.protected-one')}</bdi>}</h2><button type="button" onClick={onAway}>{say('source.close')}</button></div>
      {refusal && <Refused refusal={refusal} onAgain={() => void open()} />}
      {source && <SourceFile {...file} source={source} />}
    </div>
  )
}

/** What a part of the page is given: the source as it was read, and what reads it anew. */
export interface OfSource {
  readonly source: SourceAnswer
  readonly onDone: () => void
}

/** The whole file as far as it is for whoever opened it. */
function SourceFile(file: OfSource) {
  const say = useSay()
  const { source } = file
  if (source.sight === 'veiled') return <p className="none-yet">{say('source.ask-handler', { name: source.names[source.handler] ?? source.handler })}</p>
  return (
    <>
      <SourceAbout {...file} />
      <SourceUse {...file} />
      <HandlingShown {...file} />
      <WhatTheySaid {...file} />
      {source.identityIs === 'open' && <WhoSought source={source.id} />}
      {source.sight !== 'outline' && <SourceLooks source={source.id} />}
      <NeedPanel file={`source/${source.id}`} />
    </>
  )
}
