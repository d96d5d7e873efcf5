import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { GlassesShape } from '../../../wire/office/need.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { Held, Page } from '../page/page.tsx'
import { useMay } from '../session/use-may.ts'
import { FileLink } from './file-link.tsx'
import { GLASSES_PATH, type UnreviewedGlass } from './need-asked.ts'
import './need.css'
import { ReadGlass } from './read-glass.tsx'

/** Files that were opened because of danger, each with who opened it: for those who were told of it, and those who review it. */
export function GlassesPage() {
  const say = useSay()
  const asked = useAsked({ path: GLASSES_PATH, streams: ['need/'] }, GlassesShape)
  return (
    <Page title={say('place.glasses')}>
      <p className="hint">{say('glass.review-for')}</p>
      <Held asked={asked} what={say('glass.reading-list')}>
        {({ glasses, names }) => (
          <>
            {glasses.length === 0 && <div className="listing-none"><p>{say('glass.none')}</p></div>}
            {glasses.map((one) => <Glass key={one.glass} one={one} who={names[one.person] ?? one.person} />)}
          </>
        )}
      </Held>
    </Page>
  )
}

function Glass({ one, who }: { readonly one: UnreviewedGlass; readonly who: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const reviews = useMay('review-glass')
  return (
    <section className="glass-one" aria-labelledby={one.glass}>
      <h2 id={one.glass}>{say('glass.line', { who, number: one.number })}</h2>
      <p><When at={one.at} /> · {say('glass.until')} <When at={one.until} /> · <FileLink file={one.file}>{say('glass.to-file')}</FileLink></p>
      {open ? <ReadGlass one={one} reviews={reviews ? 'yes' : 'no'} /> : <button type="button" onClick={() => setOpen(true)}>{say(reviews ? 'glass.read-and-review' : 'glass.read')}</button>}
      {!reviews && <p className="hint">{say('glass.others-review')}</p>}
    </section>
  )
}
