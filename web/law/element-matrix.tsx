import { elementMatrix, type ElementRow, type ElementState } from '../../core/law/element-matrix.ts'
import type { OffenceDefinition } from '../../core/law/offence.ts'
import type { ChosenOffence } from '../../core/planning/operation.ts'
import { Mark, type Standing } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from '../reading/assessed.ts'
import { RestsOn } from '../reading/rests-on.tsx'

const MARK = { held: 'holds', 'at-scene': 'partly', nothing: 'fails', unknown: 'unknown', 'not-required': 'not-applicable' } as const satisfies Record<ElementState, Standing>

/** Act, means and purpose: what the law asks, and how each stands for an adult and, recomputed, for a child. */
export function ElementMatrix({ chosen, offence }: { readonly chosen: ChosenOffence; readonly offence: OffenceDefinition }) {
  const say = useSay()
  const { operation } = useAssessed()
  const silence = operation.operation === 'plan' ? 'nothing' : 'unknown'
  const [adult, child] = [false, true].map((presumedChild) => elementMatrix(offence, chosen.support, { presumedChild, silence }))
  const reads = chosen.presumedChild === 'yes' ? 'child' : 'adult'
  return (
    <table className="matrix">
      <caption>{say(`law.read-for-${reads}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{say('law.element')}</th>
          <th scope="col">{say('law.asks')}</th>
          <th scope="col">{say('law.adult')}</th>
          <th scope="col">{say('law.child')}</th>
        </tr>
      </thead>
      <tbody>
        {(adult ?? []).map((row, at) => (
          <tr key={row.element}>
            <th scope="row">{say(`element.${row.element}`)}</th>
            <td>
              <LawNames names={offence.elements[row.element]} />
              <Support row={row} />
            </td>
            <td className={reads === 'adult' ? 'reads' : undefined}><State of={row.state} /></td>
            <td className={reads === 'child' ? 'reads' : undefined}><State of={child?.[at]?.state ?? 'unknown'} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function State({ of }: { readonly of: ElementState }) {
  const say = useSay()
  return <span className="met"><Mark of={MARK[of]} /> {say(`support.${of}`)}</span>
}

function LawNames({ names }: { readonly names: readonly string[] }) {
  const say = useSay()
  return <p className="law-names">{names.length > 0 ? names.join('; ') : say('law.not-asked')}</p>
}

function Support({ row: { held, atScene, bare } }: { readonly row: ElementRow }) {
  const say = useSay()
  return (
    <>
      <RestsOn ids={held.map(({ id }) => id)} />
      {atScene.length > 0 && <p className="hint">{say('law.to-be-found', { what: atScene.map(({ says }) => says).join('; ') })}</p>}
      {bare.length > 0 && <p className="problem">{say('law.bare', { what: bare.map(({ says }) => says).join('; ') })}</p>}
    </>
  )
}
