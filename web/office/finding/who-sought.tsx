import { useSay } from '../../../ui/say.tsx'
import { SoughtShape } from '../../../wire/office/finding.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { Held } from '../page/page.tsx'

/** Who looked for somebody and met this source: for whoever answers for them, who may wonder why. */
export function WhoSought({ source }: { readonly source: string }) {
  const say = useSay()
  const asked = useAsked({ path: `/api/sources/${source}/sought` }, SoughtShape)
  return (
    <>
      <h3>{say('find.sought')}</h3>
      <p className="hint">{say('find.sought-for')}</p>
      <Held asked={asked} what={say('find.sought-reading')}>
        {({ sought }) => sought.length === 0
          ? <p className="none-yet">{say('find.sought-none')}</p>
          : <ul className="lines">{sought.map(({ at, who, role, look }) => <li key={`${at} ${who.id}`}><When at={at} /> <bdi>{who.name}</bdi> <span className="hint">{say(`role.${role}`)}</span> · {say(`look-for.${look}`)}</li>)}</ul>}
      </Held>
    </>
  )
}
