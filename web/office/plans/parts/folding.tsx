import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { PLAN_PARTS, type PlanPart } from '../../../../core/planning/plan-facts.ts'
import { goTo } from '../../../../ui/go-to.ts'
import { useSay } from '../../../../ui/say.tsx'

type Fold = 'open' | 'folded'

/** Which parts somebody opened or folded; of the others the part itself knows. */
interface Folding {
  readonly chosen: ReadonlyMap<PlanPart, Fold>
  readonly choose: (fold: Fold, ...parts: readonly PlanPart[]) => void
}

const Folds = createContext<Folding>({ chosen: new Map(), choose: () => undefined })

export const useFolding = (): Folding => useContext(Folds)

/** Everything inside folds and opens the same parts of one plan. */
export function FoldingParts({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState<ReadonlyMap<PlanPart, Fold>>(new Map())
  const folding = useMemo((): Folding => ({ chosen, choose: (fold, ...parts) => setChosen((before) => new Map([...before, ...parts.map((part) => [part, fold] as const)])) }), [chosen])
  return <Folds value={folding}>{children}</Folds>
}

/** Opens a part and goes there. */
export function useGoToPart(): (part: PlanPart) => void {
  const { choose } = useFolding()
  return (part) => {
    choose('open', part)
    goTo(`part-${part}`)
  }
}

/** Opens everything to be read through, or folds it to its heads. On paper everything is open. */
export function FoldAll() {
  const say = useSay()
  const { choose } = useFolding()
  return (
    <span className="fold-all screen-only">
      <button type="button" className="plain" onClick={() => choose('open', ...PLAN_PARTS)}>{say('plan-page.open-all')}</button>
      <button type="button" className="plain" onClick={() => choose('folded', ...PLAN_PARTS)}>{say('plan-page.fold-all')}</button>
    </span>
  )
}
