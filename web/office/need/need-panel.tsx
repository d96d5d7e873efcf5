import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { Held } from '../page/page.tsx'
import { GlassesOfFile } from './glasses-of-file.tsx'
import { NamedForIt } from './named-for-it.tsx'
import { useNeed, type FileName } from './need-asked.ts'
import './need.css'
import { Reach } from './reach.tsx'
import { WhoLookedAt } from './who-looked-at.tsx'

/** Who needs to know a file, and why; asked for when somebody wants to see it, since that too is a look. */
export function NeedPanel({ file }: { readonly file: FileName }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <section className="panel need" aria-labelledby="need">
      <h2 id="need">{say('need.title')}</h2>
      {open ? <Needed file={file} /> : <button type="button" onClick={() => setOpen(true)}>{say('need.show')}</button>}
    </section>
  )
}

function Needed({ file }: { readonly file: FileName }) {
  const say = useSay()
  const asked = useNeed(file)
  return (
    <Held asked={asked} what={say('need.reading')}>
      {(need) => (
        <>
          <Reach file={file} need={need} />
          <NamedForIt file={file} need={need} />
          {need.glasses.length > 0 && <GlassesOfFile need={need} />}
          <WhoLookedAt file={file} />
        </>
      )}
    </Held>
  )
}
