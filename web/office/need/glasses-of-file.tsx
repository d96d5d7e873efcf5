import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import type { ShownNeed } from './need-asked.ts'

/** Each time a file was opened because of danger: by whom, for what, until when, who was told, and what the review came to. */
export function GlassesOfFile({ need: { glasses, names } }: { readonly need: ShownNeed }) {
  const say = useSay()
  const nameOf = (id: string): string => names[id] ?? id
  return (
    <>
      <h3>{say('need.glasses')}</h3>
      <ul className="need-named">
        {glasses.map(({ glass, person, danger, says, at, until, told, reviewed }) => (
          <li key={glass}>
            <strong><bdi>{nameOf(person)}</bdi></strong> {say(`danger.${danger}`)}: <bdi>{says}</bdi>{' '}
            <span className="hint"><When at={at} /> · {say('glass.until')} <When at={until} /> · {told.length === 0 ? say('glass.nobody-told') : say('glass.told', { who: told.map(nameOf).join(', ') })}</span>{' '}
            <Mark of={reviewed === null ? 'unknown' : reviewed === 'rightly-broken' ? 'holds' : 'fails'} /> {say(reviewed === null ? 'glass.not-reviewed' : `judgement.${reviewed}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
