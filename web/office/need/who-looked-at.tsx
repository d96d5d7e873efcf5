import { useState } from 'react'
import { goTo } from '../../../ui/go-to.ts'
import { useSay } from '../../../ui/say.tsx'
import { LatestLooks } from '../looks/latest-looks.tsx'
import { useMay } from '../session/use-may.ts'
import type { FileName } from './need-asked.ts'

/** Where the page of a kind of file itself shows who looked. */
const SHOWN_AT: Readonly<Record<string, string>> = { site: 'looks', source: 'source-looks' }

/** Each look at a file is logged: the way to who looked. Of a plan, whoever answers for the log reads it here. */
export function WhoLookedAt({ file }: { readonly file: FileName }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const readsLog = useMay('read-looks')
  const place = SHOWN_AT[file.split('/', 1)[0] ?? '']
  if (place !== undefined) return <p>{say('need.logged')} <button type="button" className="plain" onClick={() => goTo(place)}>{say('need.who-looked')}</button></p>
  if (!readsLog) return <p className="hint">{say('need.logged')} {say('need.who-reads-log')}</p>
  return open ? <LatestLooks path={`/api/looks?stream=${encodeURIComponent(file)}`} caption={say('need.who-looked')} /> : <p>{say('need.logged')} <button type="button" className="plain" onClick={() => setOpen(true)}>{say('need.who-looked')}</button></p>
}
