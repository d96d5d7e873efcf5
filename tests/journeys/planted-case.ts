import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Seated } from './five-people.ts'

/** A case with a marked word in each thing that somebody may see and somebody else may not. Nothing in it happened. */

/** A marked word. None is the beginning of another. */
export const mark = (thing: string): string => `CANARY-${thing}-END`

/** Ids that are seen at once where they stand in an answer. */
export const ID = {
  siteA: 'site-canary-a', siteB: 'site-canary-b', planA: 'plan-canary-a', planB: 'plan-canary-b', source: 'source-canary', draft: 'share-canary-draft', released: 'share-canary-released', byName: 'share-canary-by-name', request: 'request-canary',
} as const
export type Thing = keyof typeof ID

export interface AtOnce {
  readonly administrator: Seated
  readonly analyst: Seated
  readonly planner: Seated
  readonly officer: Seated
  readonly prosecutor: Seated
  readonly worker: Seated
  /** A case worker of the same NGO, to whom nothing was passed by name. */
  readonly colleague: Seated
}

const HOUR_MS = 3_600_000
const at = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString()

/** An hour of entry tells of a plan as much as its words. */
export const HOUR_OF: Readonly<Record<string, string>> = { [ID.planA]: at(40), [ID.planB]: at(77) }

const reported = (id: string, kind: string, sharing: string, says: string) => ({
  act: 'receive-report',
  report: {
    id, kind, finding: 'present', observedAt: at(-30), receivedAt: at(-20), access: 'saw', says, speaksOf: ['victim'], answers: { access: 'saw', record: 'unknown', motives: [], content: 'logical' },
    grading: { scheme: 'admiralty', source: 'F', information: '3' }, gradedBecause: 'As the form has it', handling: { sharing, action: 'PAP:GREEN' }, reviewBy: at(9_000),
  },
})

/** Two sites: one for the unit and a prosecutor, one for two people alone. */
async function plantSites({ analyst, planner, prosecutor }: AtOnce): Promise<void> {
  for (const [site, word] of [[ID.siteA, 'a'], [ID.siteB, 'b']] as const) await analyst.does('/api/sites', { id: site, jurisdiction: 'TH', venue: 'resident-workshop', name: mark(`site-${word}-name`), whereabouts: mark(`site-${word}-whereabouts`) })
  const atSite = (site: string, body: object) => analyst.does(`/api/sites/${site}/acts`, body)
  await atSite(ID.siteA, reported('report-worker', 'escaped-victim', 'TLP:AMBER', mark('report-amber')))
  await atSite(ID.siteA, reported('report-inspector', 'inspector', 'TLP:AMBER', 'Beds behind the cutting tables'))
  await atSite(ID.siteA, reported('report-strict', 'inspector', 'TLP:AMBER+STRICT', mark('report-strict')))
  await atSite(ID.siteA, reported('report-in-red', 'client', 'TLP:RED', mark('report-red')))
  await atSite(ID.siteB, reported('report-at-b', 'escaped-victim', 'TLP:AMBER', mark('report-b')))
  await analyst.does(`/api/need/site/${ID.siteA}/acts`, { act: 'name', person: prosecutor.id, because: mark('named-for-a') }, 0)
  await analyst.does(`/api/need/site/${ID.siteB}/acts`, { act: 'name', person: planner.id, because: mark('named-for-b') }, 0)
  await analyst.does(`/api/need/site/${ID.siteB}/acts`, { act: 'set-reach', reach: 'named', because: mark('why-narrowed') }, 1)
}

async function plantPlans({ planner }: AtOnce): Promise<void> {
  for (const [plan, site, word] of [[ID.planA, ID.siteA, 'a'], [ID.planB, ID.siteB, 'b']] as const) {
    const { version } = await planner.does('/api/plans', { id: plan, site, at: HOUR_OF[plan] })
    await planner.does(`/api/plans/${plan}/acts`, { act: 'write', part: 'goal', content: { declared: 'free-victims', says: mark(`goal-${word}`) } }, Number(version))
  }
}

/** A source, with who they are, what they told, how they are and what they were paid. */
async function plantSource({ analyst, planner }: AtOnce): Promise<void> {
  await analyst.does('/api/sources', { id: ID.source, kind: 'informant-tested', protected: 'yes', underControl: 'no', age: 'adult', handler: analyst.id, controller: planner.id })
  const acts = [
    { act: 'identify', identity: { name: mark('identity-name'), contact: mark('identity-contact') } },
    { act: 'record-contact', at: at(-10), how: 'in-person', where: mark('contact-where'), says: mark('contact-says') },
    { act: 'note-welfare', says: mark('welfare-says'), done: mark('welfare-done') },
    { act: 'record-benefit', at: at(-9), what: 'payment', money: { minor: 4_000, currency: 'THB' }, decidedBy: planner.id, because: mark('benefit-because') },
  ]
  for (const act of acts) await analyst.does(`/api/sources/${ID.source}/acts`, act)
}

const sharing = (id: string, to: object, word: string) => ({
  id, site: ID.siteA, to, content: 'tasking', asks: 'keep-places-ready', marking: { sharing: 'TLP:AMBER', action: 'PAP:RED' },
  passed: { says: mark(`${word}-says`), facts: [{ id: randomUUID(), says: mark(`${word}-fact`), about: 'victim', restsOn: ['report-worker', 'report-inspector'], tells: { kind: 'not-told', time: 'week' }, controller: 'unit', basis: 'task-of-authority' }] },
  purpose: mark(`${word}-purpose`), conditions: mark(`${word}-conditions`), inWriting: 'no',
})

/** One is passed on and acknowledged, one is passed on to somebody by name, and one waits. */
async function plantShares({ analyst, planner, worker }: AtOnce, ngo: string): Promise<void> {
  for (const [id, word] of [[ID.released, 'released'], [ID.draft, 'draft']] as const) await analyst.does('/api/shares', sharing(id, { organisation: ngo, audience: 'clients', named: [] }, word))
  await analyst.does('/api/shares', sharing(ID.byName, { organisation: ngo, audience: 'named-recipients', named: [worker.id] }, 'by-name'))
  for (const id of [ID.released, ID.byName]) await planner.does(`/api/shares/${id}/acts`, { act: 'release' }, 1)
  await worker.does(`/api/shared-with-us/${ID.released}/acts`, { act: 'acknowledge', edition: 1 })
}

async function plantPapers({ officer, planner }: AtOnce): Promise<void> {
  await officer.does('/api/requests', {
    id: ID.request, wants: 'know', through: 'themselves', identity: 'document-seen', mandate: 'unknown', goBetweenIs: 'unknown', language: 'th', channel: 'in-person', channelSays: mark('request-channel'),
    standsAs: ['victim'], says: mark('request-says'), receivedAt: at(-3),
  })
  await officer.does(`/api/requests/${ID.request}/acts`, { act: 'note-holding', file: `site/${ID.siteA}`, report: null, basis: 'task-of-authority', says: mark('request-holding') })
  const hold = (reference: string) => ({ act: 'place-hold', ground: 'proceedings', reference, reviewBy: at(2_000) })
  await officer.does(`/api/keeping/site/${ID.siteA}/acts`, hold(mark('hold-a-12')))
  await planner.does(`/api/keeping/site/${ID.siteB}/acts`, hold(mark('hold-b-13')))
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The case worker keeps a note of her own, as her page has it: under a key of hers and one of her organisation. */
export async function keepsNote({ page, heard }: Seated, address: string): Promise<void> {
  await page.goto(`${address}notes`)
  await page.locator('.one-time').waitFor()
  const drawn = ((await page.locator('.one-time').textContent()) ?? '').trim()
  for (const field of ['Passphrase for notes', 'The passphrase once more']) await page.getByLabel(field, { exact: true }).fill(drawn)
  await button(page, 'Make my key').click()
  await button(page, 'Make the key and show the papers').click()
  await page.locator('.notes-shares code').first().waitFor()
  const papers = await page.locator('.notes-shares code').allTextContents()
  await button(page, 'They are on paper').click()
  const asked = Number(/\d/.exec((await page.locator('label', { hasText: /^Sheet \d$/ }).textContent()) ?? '')?.[0])
  await page.getByLabel(/^Sheet \d$/).fill(papers[asked - 1] ?? '')
  await button(page, 'Take the key into use').click()
  await button(page, 'Write a note').click()
  await page.getByLabel('About', { exact: true }).fill(mark('note-about'))
  await page.getByLabel('Note', { exact: true }).fill(mark('note-says'))
  await button(page, 'Seal and keep').click()
  await page.locator('tbody tr', { hasText: mark('note-about') }).click()
  await page.locator('.note-words').waitFor()
  heard.push({ where: 'page notes', text: await page.content() })
}

/** Everything, in the order in which it happens. */
export async function plantCase(all: AtOnce, ngo: string, address: string): Promise<void> {
  await plantSites(all)
  await plantPlans(all)
  await plantSource(all)
  await plantShares(all, ngo)
  await plantPapers(all)
  await keepsNote(all.worker, address)
}
