import type { ReactNode } from 'react'
import { QuickExit } from '../../../ui/quick-exit.tsx'
import { useSay } from '../../../ui/say.tsx'
import { lookQuery, type Look } from '../../words/use-look.ts'
import { LookChoice } from '../../words/look-choice.tsx'
import { useWayOut } from './use-way-out.ts'

/** What stands around the sign-in: the name of the place, how it looks, and the way out. */
export function Porch({ look, children }: { readonly look: Look; readonly children: ReactNode }) {
  const say = useSay()
  const leave = useWayOut()
  return (
    <>
      <header className="bar">
        <p className="wordmark"><a href={`/${lookQuery(look.language, look.light)}`}>{say('daylight')}</a></p>
        <div className="bar-end">
          <LookChoice look={look} />
          <QuickExit onLeave={leave} />
        </div>
      </header>
      <main className="porch">{children}</main>
    </>
  )
}
