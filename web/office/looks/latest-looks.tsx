import type { ReactNode } from 'react'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { LooksShape } from '../../../wire/office/looks.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { Listing } from '../page/listing.tsx'
import { Held } from '../page/page.tsx'

const LATEST_LOOKS = 30

interface LatestLooksProps {
  /** Where the looks at one file are asked for, with or without a question of its own. */
  readonly path: string
  readonly caption: string
  /** How a moment is told, where the page has a time of its own. */
  readonly moment?: (at: string) => ReactNode
}

/** Who opened one file last, what for, and who was turned away. */
export function LatestLooks({ path, caption, moment = (at) => <When at={at} /> }: LatestLooksProps) {
  const say = useSay()
  const asked = useAsked({ path: `${path}${path.includes('?') ? '&' : '?'}limit=${LATEST_LOOKS}` }, LooksShape)
  return (
    <Held asked={asked} what={say('looks.reading')}>
      {({ looks }) => (
        <Listing
          caption={caption}
          rows={looks}
          rowKey={({ at, who }) => `${at} ${who.id}`}
          none={<p>{say('looks.none')}</p>}
          columns={[
            { id: 'at', head: say('looks.at'), cell: ({ at }) => moment(at) },
            { id: 'who', head: say('looks.who'), cell: ({ who }) => <bdi>{who.name}</bdi> },
            { id: 'why', head: say('looks.why'), cell: ({ look }) => (look === null ? say('looks.no-look') : say(`look-for.${look}`)) },
            { id: 'allowed', head: say('looks.allowed'), cell: ({ allowed }) => <><Mark of={allowed === 'yes' ? 'holds' : 'fails'} /> {say(`looks.allowed-${allowed}`)}</> },
          ]}
        />
      )}
    </Held>
  )
}
