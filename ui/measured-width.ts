import { useEffect, useRef, useState } from 'react'

/** The width a drawing has, so that its words keep their size; a usual one until it is known. */
export function useMeasuredWidth(usual: number) {
  const held = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(usual)
  useEffect(() => {
    const element = held.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [held, width] as const
}
