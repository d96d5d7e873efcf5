import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { LatestLooks } from '../looks/latest-looks.tsx'
import { SOURCES_PATH } from './sources-asked.ts'

/** Who opened this file, and who was turned away; asked for when somebody wants to see it. */
export function SourceLooks({ source }: { readonly source: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <section className="panel" aria-labelledby="source-looks">
      <h3 id="source-looks">{say('site.looks')}</h3>
      {open ? <LatestLooks path={`${SOURCES_PATH}/${source}/looks`} caption={say('site.looks')} /> : <button type="button" onClick={() => setOpen(true)}>{say('site.show-looks')}</button>}
    </section>
  )
}
