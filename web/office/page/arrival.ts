import { createContext, useCallback, useContext, useEffect, useRef, type RefObject } from 'react'
import type { AnyRouter } from '@tanstack/react-router'

/** Says once whether somebody went to another page and has now arrived. */
type Arrive = () => boolean

const Arriving = createContext<Arrive>(() => false)

/** Everything inside knows whether somebody is on the way to another page. */
export const Arrival = Arriving.Provider

export function useDeparture({ subscribe }: Pick<AnyRouter, 'subscribe'>): Arrive {
  const underWay = useRef(false)
  useEffect(() => subscribe('onBeforeNavigate', ({ pathChanged }) => {
    if (pathChanged) underWay.current = true
  }), [subscribe])
  return useCallback(() => {
    const arrived = underWay.current
    underWay.current = false
    return arrived
  }, [])
}

/** Whoever goes to another page finds the keyboard at its title, and hears it read; whoever loads one is not moved. */
export function useArrival(title: RefObject<HTMLElement | null>): void {
  const arrive = useContext(Arriving)
  useEffect(() => {
    if (arrive()) title.current?.focus()
  }, [arrive, title])
}
