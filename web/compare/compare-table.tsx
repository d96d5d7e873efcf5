import type { ReactNode } from 'react'
import { CRITERIA, CRITERION_IDS, PHASES, type Phase } from '../../core/planning/requirements.ts'
import { Figure, share } from '../../ui/figure.tsx'
import { Mark, type Standing } from '../../ui/mark.tsx'
import { useSay, type Say } from '../../ui/say.tsx'
import type { Assessed } from '../reading/assessed.ts'
import { unknownIn, verdictMark, verdictWords } from '../reading/verdict.tsx'

interface Line {
  readonly words: string
  /** A line over others: a phase over its criteria. */
  readonly over?: true
  readonly of: (assessed: Assessed) => { readonly mark?: Standing; readonly says: string } | null
}

/** One line for everything both are asked; where they differ the line is marked. What one of them is not asked stays a dash. */
export function CompareTable({ here, there }: { readonly here: Assessed; readonly there: Assessed }) {
  const say = useSay()
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{say('compare.line')}</th>
          <th scope="col">{here.operation.name}</th>
          <th scope="col">{there.operation.name}</th>
        </tr>
      </thead>
      <tbody>
        {linesOf(say).map(({ words, of, over }) => {
          const [mine, theirs] = [of(here), of(there)]
          return (
            <tr key={words} className={[over && 'over', mine?.says !== theirs?.says && 'differs'].filter(Boolean).join(' ') || undefined}>
              <th scope="row">{words}{mine?.says !== theirs?.says && <span className="state">{say('compare.differs')}</span>}</th>
              <Cell shown={mine} />
              <Cell shown={theirs} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Cell({ shown }: { readonly shown: ReturnType<Line['of']> }): ReactNode {
  if (!shown) return <td>–</td>
  return (
    <td>
      {shown.mark && <Mark of={shown.mark} />} {/\d/.test(shown.says) ? <Figure>{shown.says}</Figure> : shown.says}
    </td>
  )
}

const SIGN = { found: 'found', 'not-found': 'not-found', unknown: 'unknown-sign' } as const

function linesOf(say: Say): readonly Line[] {
  const raid = (assessed: Assessed) => (assessed.reading.read === 'raid' ? assessed.reading : null)
  return [
    { words: say('compare.verdict'), of: (assessed) => ({ mark: verdictMark(assessed), says: say(verdictWords(assessed)) }) },
    { words: say('compare.unknown'), of: (assessed) => ({ says: say('count.of', { ...unknownIn(assessed) }) }) },
    ...(['B1', 'B2', 'B3', 'B4', 'B5'] as const).map((id): Line => ({
      words: say(`marker.${id}`),
      of: (assessed) => {
        const state = raid(assessed)?.markers.find((marker) => marker.id === id)?.state
        return state ? { mark: SIGN[state], says: say(`state.${state}`) } : null
      },
    })),
    { words: say('certainty.title'), of: ({ asked }) => (asked && asked.answer.roots.length > 0 ? { says: `${share(asked.answer.probability)} [${share(asked.answer.p10)}–${share(asked.answer.p90)}]` } : { mark: 'unknown', says: say('certainty.nothing-short') }) },
    ...PHASES.flatMap((phase) => [
      phaseLine(phase, say),
      ...CRITERION_IDS.filter((id) => CRITERIA[id].phase === phase).map((id): Line => ({
        words: say(`criterion.${id}`),
        of: (assessed) => {
          const finding = raid(assessed)?.criteria.find((criterion) => criterion.id === id)?.finding
          return finding ? { mark: finding, says: say(`finding.${finding}`) } : null
        },
      })),
    ]),
  ]
}

const phaseLine = (phase: Phase, say: Say): Line => ({
  words: say(`phase.${phase}`),
  over: true,
  of: ({ reading }) => {
    const finding = reading.read === 'raid' ? reading.phases[phase].finding : null
    return finding && { mark: finding, says: say(`finding.${finding}`) }
  },
})
