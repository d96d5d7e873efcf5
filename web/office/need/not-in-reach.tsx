import { useSay } from '../../../ui/say.tsx'
import type { Refusal } from '../asking/refusal.ts'
import { usePurpose } from '../purpose/purpose.ts'
import { OpenInDanger } from './open-in-danger.tsx'

/** What is refused because somebody does not need to know it, or has not said what for: what would move that is the same on every page. */
const ABOUT_REACH: readonly string[] = ['access/no-such-file', 'access/not-permitted', 'access/no-purpose']

export const isAboutReach = ({ code }: Refusal): boolean => ABOUT_REACH.includes(code)

/** There is nothing there, or nothing that is somebody's to know: for which purpose that was asked, whom to ask, and the way in where a person is in danger. */
export function NotInReach({ refusal: { code } }: { readonly refusal: Refusal }) {
  const say = useSay()
  const purpose = usePurpose()
  if (code === 'access/no-purpose') return <p>{say('reach.say-purpose')}</p>
  return (
    <>
      {purpose !== null && code === 'access/no-such-file' && <p>{say('reach.for-purpose', { purpose: say(`look-for.${purpose}`) })}</p>}
      <p>{say(code === 'access/not-permitted' ? 'reach.ask-to-do' : 'reach.ask-to-read')}</p>
      <OpenInDanger />
    </>
  )
}
