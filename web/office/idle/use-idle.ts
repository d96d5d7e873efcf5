import { useCallback, useEffect, useState } from 'react'
import { SIGNS_OF_LIFE } from '../asking/attendance.ts'

/** Whether nobody has touched the page for a while. Once so, it stays so until somebody says that they are back. */
export function useIdle(milliseconds: number): readonly [idle: boolean, back: () => void] {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    if (idle) return
    let timer = setTimeout(() => setIdle(true), milliseconds)
    const alive = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setIdle(true), milliseconds)
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true, capture: true })
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true })
    }
  }, [idle, milliseconds])
  return [idle, useCallback(() => setIdle(false), [])]
}
