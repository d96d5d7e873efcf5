import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Instant } from '../../core/kernel/instant.ts'
import type { PlanPart } from '../../core/planning/plan-facts.ts'
import { readExample } from '../../server/worked/read-worked.ts'
import { partsOfFile } from '../../wire/worked-example.ts'
import { looksRight, reads } from './case-pages.ts'
import { asks, fillIn, typed } from './colleague.ts'

/** Writes one part through the API, under the planner's session, on the version as it stands. */
async function write(page: Page, plan: string, part: PlanPart, content: unknown): Promise<void> {
  const { body } = await asks(page, 'GET', `/api/plans/${plan}`)
  const told = await asks(page, 'POST', `/api/plans/${plan}/acts`, { id: crypto.randomUUID(), act: 'write', part, content }, Number(body['latest']))
  expect([part, told]).toMatchObject([part, { status: 200 }])
}

/** Opens a part for writing in the planner's browser. */
async function writing(page: Page, part: PlanPart): Promise<Locator> {
  const section = page.locator(`#part-${part}`)
  await section.getByRole('button', { name: /^Write this part/ }).click()
  await section.locator('form').waitFor()
  return section
}

async function recorded(section: Locator): Promise<void> {
  await section.getByRole('button', { name: 'Record this part' }).click()
  await section.locator('form').waitFor({ state: 'detached' })
}

const without = (list: unknown, id: string): unknown[] => (list as readonly { readonly id: string }[]).filter((one) => one.id !== id)

/** Writes the plan of the invented workshop: the hour, the goal, the offence, a risk and a place of care in the forms, the rest as the forms send it. */
export async function writeWholePlan(page: Page, plan: string, hour: Instant): Promise<void> {
  const file = new Map(partsOfFile(await readExample('invented-workshop-plan'), hour).map(({ part, content }) => [part, content]))
  const [safety, care] = [file.get('safety') as { readonly risks: unknown }, file.get('care') as { readonly places: unknown }]
  for (const [part, content] of file) {
    if (part === 'goal' || part === 'offences') continue
    await write(page, plan, part, part === 'safety' ? { ...safety, risks: without(safety.risks, 'risk-victims') } : part === 'care' ? { ...care, places: without(care.places, 'house-men') } : content)
  }

  const entry = await writing(page, 'hour')
  await fillIn(entry, { 'content.at': typed(hour) })
  await recorded(entry)

  const goal = await writing(page, 'goal')
  await fillIn(goal, { 'content.declared': 'free-victims', 'content.tasking': 'free-victims', 'content.powerOfEntry': 'search warrant', 'content.says': 'Reach the people who are held, and secure the proof of forced labour.' })
  await recorded(goal)

  const offences = await writing(page, 'offences')
  await offences.getByRole('button', { name: 'Add an offence' }).click()
  await fillIn(offences, { 'content[0].offence': 'us-1589' })
  for (const [nth, [says, evidence]] of ([['Labour is obtained under contracts signed abroad', 'Recruitment contracts'], ['A debt that grows each month and a locked gate', 'Copy of the debt ledger']] as const).entries()) {
    await offences.locator('fieldset.element').nth(nth).getByRole('button', { name: 'Add what stands behind it' }).click()
    await fillIn(offences, { [`content[0].support[${nth}].says`]: says })
    await offences.locator('fieldset.element').nth(nth).getByLabel(new RegExp(evidence)).check()
  }
  await looksRight(page)
  await recorded(offences)

  const risks = await writing(page, 'safety')
  await risks.getByRole('button', { name: '+ the people it is planned for' }).click()
  const last = (await risks.locator('[data-place^="content.risks["][data-place$="].owner"]').count()) - 1
  await fillIn(risks, { [`content.risks[${last}].harm`]: 'Panic on the only staircase', [`content.risks[${last}].severity`]: '4', [`content.risks[${last}].likelihood`]: '3', [`content.risks[${last}].response`]: 'Entry by day in plain clothes', [`content.risks[${last}].owner`]: 'Site commander' })
  await recorded(risks)
  await reads(page, 'Not ready')

  const places = await writing(page, 'care')
  await places.getByRole('button', { name: 'Add an entry: Places of care' }).click()
  await fillIn(places, { 'content.places[1].name': 'House for men', 'content.places[1].sex': 'male', 'content.places[1].age': 'adult', 'content.places[1].capacity': '3', 'content.places[1].confirmedAt': typed(hour - 34 * 3_600_000), 'content.places[1].confirmedBy': 'Shelter manager' })
  await reads(page, 'Smart')
  await looksRight(page)
  await recorded(places)
}
