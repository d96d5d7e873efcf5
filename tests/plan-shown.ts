import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { PLAN_PARTS, type PlanPart } from '../core/planning/plan-facts.ts'
import { PlanShown, type PlanAnswer } from '../wire/office/plan-answers.ts'

/** A plan as the server shows it, made of the invented workshop plan. Nobody and nothing in it exists. */

type File = Readonly<Record<string, unknown>>

const WORKSHOP = readFileSync(join(import.meta.dirname, '../examples/operations/invented-workshop-plan.yaml'), 'utf8')
/** A page of a test has no files, so that this one is read by its path. */
const workshopFile = (): File => parse(WORKSHOP) as File

const WROTE = '2031-03-05T18:00:00.000Z'

export const noted = (version: number, by = 'person-2') => ({ entry: `entry-${version}`, version, by, occurredAt: WROTE, recordedAt: WROTE, receivedAt: WROTE })

/** What a part holds in an operation file. */
function contentIn(file: File, part: PlanPart): unknown {
  if (part === 'hour') return { at: file['at'] }
  if (part === 'rung') return { rung: file['rung'] }
  return part in file ? file[part] : (file['plan'] as File)[part]
}

/** The smart plan, with parts of it left unwritten, or as another file has them. */
export function shownPlan(changes: Partial<PlanAnswer> = {}, unwritten: readonly PlanPart[] = []): PlanAnswer {
  const { plan, ...whole } = workshopFile()
  const sections = Object.fromEntries(Object.entries(plan as File).filter(([part]) => !unwritten.includes(part as PlanPart)))
  const operation = { ...Object.fromEntries(Object.entries(whole).filter(([part]) => !unwritten.includes(part as PlanPart))), format: 'daylight-operation/1', name: '7', plan: sections }
  const parts = PLAN_PARTS.map((part, at) =>
    unwritten.includes(part) ? { part, content: null, written: null } : { part, content: contentIn(workshopFile(), part), written: noted(at + 1) })
  return PlanShown.parse({
    id: 'plan-0001', number: '7', site: 'site-0014', siteNumber: '14', siteVersion: 5, version: 24, latest: 24, knownAt: '2031-03-05T18:10:00.000Z', standing: 'draft',
    operation, siteWords: 'open', reckoned: null, parts,
    versions: parts.flatMap(({ part, written }) => (written ? [{ noted: written, act: part === 'hour' ? 'plan/opened' : 'plan/part-written', part }] : [])),
    mayNotAuthorise: [], concerns: [], authority: null, urgent: null, notActing: null,
    names: { 'person-2': 'P. Lanes', 'person-3': 'O. Fields' },
    ...changes,
  })
}
