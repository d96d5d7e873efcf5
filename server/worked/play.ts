import type { Hono } from 'hono'
import { Defect } from '../../core/kernel/defect.ts'
import { instant, type Instant } from '../../core/kernel/instant.ts'
import type { Problem } from '../../wire/api.ts'
import { partsOfFile, timeOf, writtenOut, type WorkedExample, type WorkedStep } from '../../wire/worked-example.ts'
import { readExample } from './read-worked.ts'

/** Somebody of the example at the application, by the requests that our own pages send. */
export type Asks = (method: 'GET' | 'POST', path: string, body?: unknown, version?: number) => Promise<Response>

/** Where a case is played: how each person asks, their ids, and the clock, which stands at the step that is played. */
export interface Stage {
  readonly asks: ReadonlyMap<string, Asks>
  readonly ids: ReadonlyMap<string, string>
  readonly setClock: (at: Instant) => void
  /** The beginning of the day of entry. */
  readonly midnight: Instant
}

/** What became of a step: kept, or refused as it was meant to be. */
export interface Played {
  readonly step: WorkedStep
  readonly at: Instant
  /** Of the site or the plan that the step was about. */
  readonly about: { readonly kind: 'sites' | 'plans'; readonly id: string }
  readonly refused: Problem | null
}

/** Plays the steps one after another through the API, as the people in them would, so that every rule holds here too. */
export async function* play({ steps }: WorkedExample, stage: Stage): AsyncGenerator<Played> {
  for (const [index, step] of steps.entries()) {
    const at = timeOf(step.at, stage.midnight)
    stage.setClock(at)
    yield { step, at, ...(await played(step, `worked-${String(index + 1).padStart(3, '0')}`, stage)) }
  }
}

async function played(step: WorkedStep, id: string, stage: Stage): Promise<Pick<Played, 'about' | 'refused'>> {
  const asks = stage.asks.get(step.who)
  if (!asks) throw new Defect(`nobody of the example is called ${step.who}`)
  const told = (value: unknown): object => writtenOut(value, stage.midnight, stage.ids) as object
  if ('opens' in step) {
    const { site, ...body } = step.opens
    return kept('sites', site, asks('POST', '/api/sites', { id: site, ...told(body) }))
  }
  if ('plans' in step) {
    const { plan, ...body } = step.plans
    return kept('plans', plan, asks('POST', '/api/plans', { id: plan, ...told(body) }))
  }
  if ('site' in step) return kept('sites', step.site, asks('POST', `/api/sites/${step.site}/acts`, { id, ...told(step.act) }))
  if ('act' in step) return actOnPlan(asks, step.plan, { id, ...told(step.act) }, step.refused)
  if ('writes' in step) return writeAll(asks, step, id, stage)
  if ('looks-back' in step) return { about: { kind: 'plans', id: step.plan }, refused: null }
  return actOnPlan(asks, step.plan, { id, act: 'write', ...(told(step['writes-part']) as object) })
}

/** Every part that an operation file tells, each on the version that the one before left. */
async function writeAll(asks: Asks, { plan, writes }: Extract<WorkedStep, { writes: string }>, id: string, { midnight }: Stage): Promise<Pick<Played, 'about' | 'refused'>> {
  const hour = await hourOf(asks, plan)
  for (const { part, content } of partsOfFile(await readExample(writes), hour ?? midnight)) await actOnPlan(asks, plan, { id: `${id}-${part}`, act: 'write', part, content })
  return { about: { kind: 'plans', id: plan }, refused: null }
}

async function hourOf(asks: Asks, plan: string): Promise<Instant> {
  const { operation } = (await (await asks('GET', `/api/plans/${plan}`)).json()) as { readonly operation: { readonly at: string } }
  return instant(Date.parse(operation.at))
}

async function actOnPlan(asks: Asks, plan: string, body: object, expected?: string): Promise<Pick<Played, 'about' | 'refused'>> {
  const { latest } = (await (await asks('GET', `/api/plans/${plan}`)).json()) as { readonly latest: number }
  return kept('plans', plan, asks('POST', `/api/plans/${plan}/acts`, body, latest), expected)
}

async function kept(kind: 'sites' | 'plans', id: string, asked: Promise<Response>, expected?: string): Promise<Pick<Played, 'about' | 'refused'>> {
  const response = await asked
  const about = { kind, id }
  if (response.ok && expected === undefined) return { about, refused: null }
  const problem = (await response.json()) as Problem
  if (problem.code === expected) return { about, refused: problem }
  throw new Defect(`a step of the worked example came out otherwise than told: ${kind} ${id} answered ${response.status} ${JSON.stringify(problem).slice(0, 600)}`)
}

/** How somebody asks an application that listens to no network, under the session they hold. */
export const asking =
  (app: Hono, cookie: string): Asks =>
  async (method, path, body, version) =>
    app.request(path, {
      method,
      headers: {
        host: 'localhost', 'x-daylight': '1', 'x-daylight-look': 'assessment', cookie,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
