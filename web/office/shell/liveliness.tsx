import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import type { Liveness } from '../asking/use-live.ts'

const SIGNS = { live: 'holds', connecting: 'unknown', 'cut-off': 'fails' } as const

/** Whether what is shown follows what others do. */
export function Liveliness({ is }: { readonly is: Liveness }) {
  const say = useSay()
  return (
    <p className={`liveness liveness-${is}`} role="status" title={say(`live.${is}-means`)}>
      <Mark of={SIGNS[is]} /> <span>{say(`live.${is}`)}</span>
    </p>
  )
}
