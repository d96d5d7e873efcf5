import { useEffect, useState } from 'react'
import { instant, type Instant } from '../../../core/kernel/instant.ts'

const HALF_A_MINUTE = 30_000

/** What time it is, to half a minute: no page promises more. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => instant(Date.now()))
  useEffect(() => {
    const tick = setInterval(() => setNow(instant(Date.now())), HALF_A_MINUTE)
    return () => clearInterval(tick)
  }, [])
  return now
}
