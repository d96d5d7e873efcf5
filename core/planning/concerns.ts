import { lineageConcerns } from '../intelligence/lineage.ts'
import type { Dossier } from './dossier.ts'
import { disputed } from './facts.ts'
import type { Source } from './operation.ts'
import type { RaidReading, Reading } from './readiness.ts'

/** Something a reviewer should look at, with the entries that show it. It changes no finding and blocks nothing. */
export interface Concern {
  readonly code:
    | 'readiness/urgent-goal'
    | 'lineage/circle'
    | 'lineage/shared-origin'
    | 'law/unverified'
    | 'facts/disputed'
    | 'sources/from-memory'
  readonly restsOn: readonly string[]
}

/** What a reviewer should look at in a reading, the gravest first. */
export const concernsOf = (reading: Reading): readonly Concern[] =>
  reading.read === 'lead'
    ? [...lineage(reading), ...fromMemory(reading.operation.sources)]
    : [
        ...urgentGoal(reading),
        ...lineage(reading),
        ...unverifiedLaw(reading.dossier),
        ...disputedFacts(reading.dossier),
        ...fromMemory(reading.dossier.operation.sources),
      ]

/**
 * Danger is declared, and the goal is to clear out or to enforce something else: oversight is told at once.
 *
 * The urgent track has no verdict that could say so (design/readiness.md, "Urgent entry").
 */
const urgentGoal = ({ track, markers }: RaidReading): readonly Concern[] =>
  markers
    .filter(({ id, state }) => track === 'urgent' && id === 'B3' && state === 'found')
    .map(({ restsOn }) => ({ code: 'readiness/urgent-goal', restsOn }))

const lineage = ({ certainty }: Reading): readonly Concern[] => (certainty ? lineageConcerns(certainty.lineage) : [])

/** A law that nobody here has read warns whoever relies on it, and never makes a plan blind. */
const unverifiedLaw = ({ offences }: Dossier): readonly Concern[] =>
  (offences ?? [])
    .filter(({ unverified }) => unverified.length > 0)
    .map(({ chosen }) => ({ code: 'law/unverified', restsOn: [chosen.id] }))

/** Where sources disagree the worse account governs, and both are shown. */
function disputedFacts({ operation }: Dossier): readonly Concern[] {
  if (operation.operation !== 'past') return []
  const { facts } = operation
  return disputed(facts).map((requirement) => ({
    code: 'facts/disputed',
    restsOn: facts.filter(({ about, answer }) => about === requirement && answer !== 'unknown').map(({ id }) => id),
  }))
}

function fromMemory(sources: readonly Source[]): readonly Concern[] {
  const remembered = sources.filter(({ reading }) => reading === 'memory').map(({ id }) => id)
  return remembered.length > 0 ? [{ code: 'sources/from-memory', restsOn: remembered }] : []
}
