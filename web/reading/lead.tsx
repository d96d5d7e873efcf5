import type { LeadReading } from '../../core/planning/missed-lead.ts'
import type { Met } from '../../core/planning/answer.ts'
import { Mark, type Standing } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { RestsOn } from './rests-on.tsx'

const MARK = { yes: 'holds', partly: 'partly', no: 'fails', unknown: 'unknown', 'not-applicable': 'not-applicable' } as const satisfies Record<Met, Standing>

/** A lead on which nobody acted: who is owed an answer, and what its handling asks for. */
export function Lead({ reading: { requirements, owed } }: { readonly reading: LeadReading }) {
  const say = useSay()
  return (
    <>
      <h3>{say('lead.owed')}</h3>
      {owed.length === 0 ? <p>{say('lead.nobody-owed')}</p> : <RestsOn ids={owed} />}
      <h3>{say('lead.asked')}</h3>
      <ul className="requirements">
        {requirements.map(({ id, met, restsOn }) => (
          <li key={id} className={`requirement met-${met}`}>
            <span className="met"><Mark of={MARK[met]} /> {say(`met.${met}`)}</span>
            <div>
              <p>{say(id)}</p>
              <RestsOn ids={restsOn} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
