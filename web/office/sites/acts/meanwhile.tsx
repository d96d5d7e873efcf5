import { z } from 'zod'
import { useSay } from '../../../../ui/say.tsx'
import { ProblemShape } from '../../../../wire/api.ts'
import type { Refusal } from '../../asking/refusal.ts'
import { WhenHere } from '../when-here.tsx'

const StaleShape = z.looseObject({ meanwhile: ProblemShape.shape.meanwhile, names: z.record(z.string(), z.string()).optional() })

/** What was recorded since the version that was decided on, by whom; its words stand in the file, to be read there. */
export function Meanwhile({ refusal, onReadAgain }: { readonly refusal: Refusal; readonly onReadAgain: () => void }) {
  const say = useSay()
  const read = StaleShape.safeParse(refusal)
  const { meanwhile = [], names = {} } = read.success ? read.data : {}
  return (
    <div className="meanwhile">
      {meanwhile.length > 0 && <ul className="lines">{meanwhile.map(({ entry, type, by, receivedAt }) => <li key={entry}><strong>{say(`site.fact.${type.replace('/', '-')}`)}</strong> {names[by] ?? by} <WhenHere at={receivedAt} /></li>)}</ul>}
      <p><button type="button" onClick={onReadAgain}>{say('site.read-again')}</button> <span className="hint">{say('site.read-again-hint')}</span></p>
    </div>
  )
}
