import { expect, test } from 'vitest'
import { daylightApp } from '../../tests/application.ts'
import { STATUS } from '../http/status.ts'
import { exampleTextOf } from './examples.ts'
import { API } from './operations.ts'

const { ask, send } = await daylightApp()
const page = await (await ask('/api')).text()
const unescaped = page.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

test('every operation is on the page, with its example and the answer it really gets', async () => {
  for (const { method, path, takes, needs } of API) {
    expect(page).toContain(`${method} ${path}`)
    if (!takes) continue
    const example = exampleTextOf(takes.example)
    expect(unescaped).toContain(example)
    if (needs) continue
    const answer: unknown = await (await send(path, JSON.parse(example))).json()
    expect(unescaped).toContain(JSON.stringify(answer, null, 2))
  }
})

test('every field of a body is on the page', () => {
  for (const path of ['reports[].kind', 'plan.care.places[].confirmedAt', 'lead.reviewBy', 'facts[].about', 'support[].restsOn', 'attempts[].sensitivity']) expect(page).toContain(`<code>${path}</code>`)
})

test('every link of the page leads somewhere, and every refusal that is named is explained', async () => {
  const links = [...page.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '')
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
  expect(links.filter((link) => link.startsWith('#') && !ids.has(link.slice(1)))).toEqual([])
  for (const link of links.filter((each) => each.startsWith('/') && each !== '/')) expect((await ask(link)).status).toBe(200)
  for (const refused of ['{', '{}', '{"a":1,"a":2}']) {
    const { type } = (await (await ask('/api/assess', { method: 'POST', body: refused, headers: { 'content-type': 'application/json' } })).json()) as { type: string }
    expect(ids.has(type.replace('/api#', ''))).toBe(true)
  }
})

test('no id stands twice, nothing is scripted or styled in place, and nothing comes from elsewhere', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  expect(ids.length).toBe(new Set(ids).size)
  expect(page).not.toMatch(/<script|<style| style="| on\w+="|https?:\/\/(?!localhost)/)
  expect(page).not.toContain('[object')
})

test('the statuses on the page are those that are sent', () => {
  const shown = [...page.matchAll(/<dt><code>([\w-]+\/[\w-]+)<\/code><\/dt><dd>(\d{3})/g)].map((match) => [match[1], Number(match[2])])
  expect(shown.length).toBeGreaterThan(12)
  expect(shown.filter(([code, status]) => (STATUS as Record<string, number>)[String(code)] !== status)).toEqual([])
})
