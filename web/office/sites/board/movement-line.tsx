import { share } from '../../../../ui/figure.tsx'
import { Figure } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import type { KnownShare } from '../../figures/interval.tsx'
import type { Arrived, Movement } from './moved.ts'
import { useBoard, useNameOf } from './on-board.ts'

/** Where the number was, where it is, and what moved it. It is told to those who hear the page too. */
export function MovementLine({ movement: { was, is, arrived }, onAway }: { readonly movement: Movement; readonly onAway: () => void }) {
  const say = useSay()
  return (
    <div className="movement" role="status">
      <p>
        <strong>{say('site.moved')}</strong> <NumberThen of={was} /> <span aria-hidden="true" className="arrow">→</span><span className="heard">{say('site.moved-to')}</span> <NumberThen of={is} />
      </p>
      {arrived.length > 0 && <ul>{arrived.map((one) => <li key={`${one.what} ${one.id}`}><WhatCame arrived={one} /></li>)}</ul>}
      <button type="button" className="plain" onClick={onAway}>{say('site.seen')}</button>
    </div>
  )
}

export function NumberThen({ of }: { readonly of: KnownShare | null }) {
  const say = useSay()
  if (of === null) return <>{say('certainty.nothing-short')}</>
  return <Figure><strong>{share(of.probability)}</strong> [{share(of.p10)}–{share(of.p90)}]</Figure>
}

function WhatCame({ arrived: { what, id, by } }: { readonly arrived: Arrived }) {
  const say = useSay()
  const nameOf = useNameOf()
  const { board: { assessed: { operation: { reports } } } } = useBoard()
  const report = reports === 'unknown' ? undefined : reports.find((one) => one.id === id)
  return <>{say(`site.came-${what}`, { who: nameOf(by) })}{report && <> {say(`kind.${report.kind}`)}{report.finding === 'absent' && ` (${say('lineage.found-nobody')})`}</>}</>
}
