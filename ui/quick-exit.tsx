import { useEffect, useRef } from 'react'
import { useSay } from './say.tsx'

const WITHIN_MS = 2_000
const PRESSES = 3

/** Leaves at once: empties the page first, then takes its own place in the history, so that going back shows nothing. */
export function leaveAtOnce(): void {
  document.documentElement.replaceChildren()
  window.location.replace('about:blank')
}

/** The way out, always in sight; or the Shift key three times, as on British public pages ("Exit this page"). */
export function QuickExit({ onLeave }: { readonly onLeave: () => void }) {
  const say = useSay()
  const presses = useRef<readonly number[]>([])
  useEffect(() => {
    const onKey = ({ key, timeStamp, repeat }: KeyboardEvent) => {
      if (repeat) return
      presses.current = key === 'Shift' ? [...presses.current.filter((at) => timeStamp - at < WITHIN_MS), timeStamp] : []
      if (presses.current.length >= PRESSES) onLeave()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onLeave])
  return (
    <button type="button" className="leave" onClick={onLeave} title={say('leave.keys')}>
      {say('leave.now')}
    </button>
  )
}
