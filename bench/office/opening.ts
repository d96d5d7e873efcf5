import type { Access } from '../../core/kernel/access.ts'
import { foldSite } from '../../core/intelligence/site-fold.ts'
import { planFile } from '../../core/planning/plan-fold.ts'
import { placesOf, type DataPlace } from '../../ledger/store/places.ts'
import { openCaseStore, type CaseStore } from '../../server/case-store.ts'
import { asRead } from '../../server/case/open-file.ts'
import { planStream, readPlanFact } from '../../wire/filing/plan-filing.ts'
import { readSiteFact, siteStream } from '../../wire/filing/site-filing.ts'
import { bareReads, type BareReads } from './bare.ts'
import { middle } from '../ledger/figure.ts'
import type { Worker } from './people.ts'
import { planId, siteId, type Size } from './world.ts'
import type { Figure } from '../table.ts'

const OPENINGS = 60
const MOST_TIMES = 3
const WARM_UP = 15

/** How a kind of file is opened below HTTP: read, unsealed, told as facts and folded. Answers with how many entries it had. */
interface Kind {
  readonly what: string
  readonly entries: number
  readonly stream: (number: number) => string
  readonly path: (number: number) => string
  readonly open: (cases: CaseStore, access: Access) => Promise<number>
  readonly count: number
}

const kindsOf = ({ long }: Size): readonly Kind[] => [
  {
    what: 'a site', entries: long.siteEntries, count: long.sites, stream: (number) => siteStream(siteId(number)), path: (number) => `/api/sites/${siteId(number)}`,
    open: async ({ sealed }, access) => foldSite(asRead(await sealed.read(access), access, readSiteFact).entries)?.version ?? 0,
  },
  {
    what: 'a plan', entries: long.planEntries, count: long.plans, stream: (number) => planStream(planId(number)), path: (number) => `/api/plans/${planId(number)}`,
    open: async ({ sealed }, access) => planFile(asRead(await sealed.read(access), access, readPlanFact).entries)?.version ?? 0,
  },
]

/**
 * Files that this process has not opened before, each with its keys fetched and unwrapped, and the same files opened again.
 *
 * Beside each, a bare select of the rows it reads: of the entries and of their keys the first time, of the entries alone the second.
 */
export async function openingFigures(engine: string, place: DataPlace, size: Size, entries: number): Promise<readonly Figure[]> {
  const places = placesOf(place)
  const [cases, bare] = [await openCaseStore(places), await bareReads(places)]
  const figures: Figure[] = []
  try {
    for (const kind of kindsOf(size)) {
      const what = `opening ${kind.what} of ${kind.entries} from ${entries.toLocaleString('en')} entries, facts and fold, ${engine}`
      for (const [time, rows, read] of [['the first time', 'of entries and keys', bare.withKeys], ['again', 'of entries', bare.entries]] as const) {
        const { we, they } = await inTurn(cases, read, kind)
        const baseline = middle(they)
        figures.push({ figure: `${what}, ${time} (bare SQL read ${rows})`, value: middle(we), unit: 'ms', bar: { atMost: baseline * MOST_TIMES }, baseline })
      }
    }
    return figures
  } finally {
    await bare.close()
    await cases.close()
  }
}

async function inTurn(cases: CaseStore, bare: BareReads['entries'], { stream, open, entries, count }: Kind): Promise<{ readonly we: readonly number[]; readonly they: readonly number[] }> {
  const [we, they]: [number[], number[]] = [[], []]
  for (let i = 0; i < OPENINGS + WARM_UP; i++) {
    const name = stream((i * 37) % count)
    const ours = (): Promise<number> => open(cases, { stream: name } as unknown as Access)
    // In turn, since whoever comes second finds the pages in the machine's memory.
    for (const bareNow of i % 2 === 0 ? [true, false] : [false, true]) {
      const took = await millisecondsOf(bareNow ? () => bare(name) : ours, entries)
      if (i >= WARM_UP) (bareNow ? they : we).push(took)
    }
  }
  return { we, they }
}

/** The same over HTTP: the file with its number, its plans, the law and whatever else stands on the screen. */
export async function answerFigures(engine: string, address: string, worker: Worker, size: Size): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { what, path, entries, count } of kindsOf(size)) {
    const waits: number[] = []
    for (let i = 0; i < 20; i++) {
      const start = performance.now()
      const response = await worker.get(address, path((i * 41 + 1) % count))
      await response.arrayBuffer()
      waits.push(performance.now() - start)
      if (!response.ok) throw new Error(`${what} answered ${response.status}`)
    }
    figures.push({ figure: `${what} of ${entries} as a screen asks for it, over HTTP, ${engine}`, value: middle(waits), unit: 'ms', bar: null, baseline: null })
  }
  return figures
}

async function millisecondsOf(read: () => Promise<number>, expected: number): Promise<number> {
  const start = performance.now()
  if ((await read()) !== expected) throw new Error('something else was read than was written')
  return performance.now() - start
}
