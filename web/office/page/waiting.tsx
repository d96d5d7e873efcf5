import { useEffect, useState } from 'react'
import { useSay } from '../../../ui/say.tsx'

/** A wait that is not worth a word is not shown. */
const WORTH_A_WORD_MS = 1_000

interface WaitingProps {
  /** What is being done, in words: "Reading the sites". */
  readonly what: string
  /** How much of it is done, from 0 to 1; left out where nobody knows. */
  readonly done?: number
}

/** What is being done and for how long, once it takes more than a second. */
export function Waiting({ what, done }: WaitingProps) {
  const say = useSay()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const tick = setInterval(() => setSeconds((so) => so + 1), WORTH_A_WORD_MS)
    return () => clearInterval(tick)
  }, [])
  return (
    <div className="waiting" role="status">
      {seconds > 0 && (
        <>
          <p>{say('office.waiting', { what, seconds })}</p>
          <progress aria-label={what} {...(done !== undefined && { value: done })} />
        </>
      )}
    </div>
  )
}
