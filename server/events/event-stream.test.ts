import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { atWork, caseOffice, openedSite, receiving, reportSent, type AtWork, type CaseOffice } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { entered } from '../../tests/plan-office.ts'
import { openChanges } from './changes.ts'
import { eventStream } from './event-stream.ts'
import { ChangeShape, ProgressShape } from '../../wire/office/events.ts'

beforeAll(sayWhatIsSkipped)
afterEach(async () => {
  vi.useRealTimers()
  await closeOffices()
})

/** Reads a stream of events until as many have come as are waited for. */
async function eventsOf(response: Response, count: number): Promise<readonly { readonly id: string | null; readonly event: string; readonly data: unknown }[]> {
  const reader = response.body!.getReader()
  let text = ''
  const parsed = () => text.split('\n\n').slice(0, -1).filter((block) => block.includes('data: ')).map((block) => ({
    id: /^id: (.*)$/m.exec(block)?.[1] ?? null, event: /^event: (.*)$/m.exec(block)?.[1] ?? 'message', data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') as unknown,
  }))
  while (parsed().length < count) {
    const { done, value } = await reader.read()
    if (done) break
    text += new TextDecoder().decode(value)
  }
  await reader.cancel()
  return parsed()
}

const listening = ({ app }: CaseOffice, { cookie }: AtWork, last?: string): Promise<Response> =>
  Promise.resolve(app.request('/api/events', { headers: { host: 'localhost', cookie, ...(last !== undefined && { 'last-event-id': last }) } }))

describe.each(ENGINES)('a board that lives, on %s', (engine) => {
  test('is told what was recorded, without a word of it, and goes on where it broke off', async () => {
    const office = await caseOffice(engine)
    const response = await listening(office, office.planner)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const site = await openedSite(office.analyst)
    await entered(office.analyst, `/api/sites/${site}/acts`, receiving(reportSent('report-one')))
    const told = await eventsOf(response, 2)
    expect(told.map(({ data }) => ChangeShape.parse(data))).toEqual([{ stream: `site/${site}`, version: 1, family: 'site' }, { stream: `site/${site}`, version: 2, family: 'report' }])
    expect(JSON.stringify(told)).not.toMatch(/sew|River road/)
    const missed = await eventsOf(await listening(office, office.planner, told[0]?.id ?? ''), 1)
    expect(missed).toMatchObject([{ id: told[1]?.id, data: { version: 2 } }])
  })

  test('is told of what another server recorded', async () => {
    const office = await caseOffice(engine)
    const elsewhere = openChanges(office.office.cases.entries)
    const from = await elsewhere.head()
    const heard = new Promise<string>((resolve) => elsewhere.listen(([change]) => resolve(change?.stream ?? ''), from))
    const site = await openedSite(office.analyst)
    expect(await heard).toBe(`site/${site}`)
    elsewhere.rest()
  })
})

test('progress is told to whoever began it, and to nobody else', async () => {
  const office = await caseOffice()
  const [own, other] = [await listening(office, office.analyst), await listening(office, office.planner)]
  office.office.progress.tell(office.analyst.id, { doing: 'a table', done: 5, of: 10 })
  await openedSite(office.analyst)
  expect((await eventsOf(own, 1)).map(({ event, data }) => [event, ProgressShape.parse(data)])).toEqual([['progress', { doing: 'a table', done: 5, of: 10 }]])
  expect((await eventsOf(other, 1)).map(({ event }) => event)).toEqual(['message'])
})

const quiet = (office: CaseOffice, stillHere: () => Promise<'yes' | 'no'>) => eventStream({ changes: office.office.changes, from: null, mine: async (all) => all, progress: () => () => undefined, stillHere })

test('somebody who does not take what is sent is left behind', async () => {
  const office = await caseOffice()
  let tell: (text: string) => void = () => undefined
  const stream = eventStream({
    changes: office.office.changes, from: 0, mine: async (all) => all, stillHere: async () => 'yes',
    progress: (told) => {
      tell = told
      return () => undefined
    },
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  for (let i = 0; i < 100; i++) tell('x'.repeat(2000))
  const reader = stream.getReader()
  let bytes = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) bytes += read.value.byteLength
  expect(bytes).toBeLessThan(80_000)
})

test('a stream ends when whoever listens is signed in no longer', async () => {
  const office = await caseOffice()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let here: 'yes' | 'no' = 'yes'
  const reader = quiet(office, async () => here).getReader()
  await reader.read()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('still here')
  here = 'no'
  await vi.advanceTimersByTimeAsync(15_000)
  expect((await reader.read()).done).toBe(true)
})

test('an administrator hears nothing', async () => {
  const office = await caseOffice()
  expect((await listening(office, await atWork(office, 'administrator', 'invented.second'))).status).toBe(403)
})
