import { LADDER, rankOf, type Rung } from '../../../../core/planning/ladder.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { isRecord } from '../declared/json.ts'

/** The whole ladder, least intrusive first: which way was chosen, and why each that intrudes less would fail. */
export function Ladder({ content }: { readonly content: unknown }) {
  const say = useSay()
  const { operation } = useAssessed()
  const chosen = isRecord(content) ? (content['rung'] as Rung | undefined) : undefined
  const rank = chosen ? rankOf(chosen) : 0
  const rejected = operation.operation === 'plan' ? operation.plan.alternatives.rejected : []
  return (
    <ol className="ladder">
      {LADDER.map((rung) => {
        const reason = rejected.find((one) => one.rung === rung)?.because
        const isLesser = rank > 0 && rankOf(rung) < rank
        return (
          <li key={rung} className={rung === chosen ? 'rung-chosen' : isLesser ? 'rung-lesser' : 'rung-other'}>
            <span className="rung-name">{rankOf(rung)}. {say(`rung.${rung}`)} {rung === chosen && <strong>{say('plan-page.chosen')}</strong>}</span>
            {isLesser && (reason ? <span><Mark of="holds" /> {say('plan-page.fails-because')} <bdi>{reason}</bdi></span> : <span className="not-said"><Mark of="unknown" /> {say('plan-page.no-reason-yet')}</span>)}
          </li>
        )
      })}
    </ol>
  )
}
