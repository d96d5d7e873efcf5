import { html } from 'hono/html'
import { MOST_QUESTIONS, MOST_REPORTS } from '../../wire/api-questions.ts'
import { apiSchemas } from '../../wire/api-schemas.ts'
import type { Speak } from '../../wire/words.ts'
import { anchorOf } from '../http/problem.ts'
import { STATUS, type ProblemCode } from '../http/status.ts'
import { documentPage, type Markup } from './document-page.ts'
import { exampleTextOf, type Example } from './examples.ts'
import { fieldsOf, type Field, type Schema } from './fields.ts'
import { EVERYWHERE, type AddressPart, type ApiOperation } from './operation.ts'
import { API } from './operations.ts'

/** Asks the API what a reader would, so that the page shows what is really answered. */
export type Ask = (path: string, init: RequestInit) => Response | Promise<Response>

/** The API for readers: every operation with its fields, an example with its real answer, and what is refused. */
export async function apiPage(speak: Speak, ask: Ask, origin: string): Promise<Markup> {
  const schemas = apiSchemas()
  const sections = await Promise.all(API.map(async (operation) => section(operation, { schemas, origin, answer: await exampleAnswer(operation, ask) })))
  return documentPage(
    'The API · Daylight',
    html`<a class="skip" href="#content">To the content</a>
    <header>
      <p><a href="/">Daylight</a></p>
      <h1>The API</h1>
      <p>The same answers as on the page and at the terminal, for programs, and the office for those who work in it. Of what is sent without a session nothing is kept, and nothing of any body is written to a log.</p>
      <nav aria-label="Operations"><ul>${API.map(({ id, method, path, summary }) => html`<li><a href="#${id}"><code>${method} ${path}</code></a> ${summary}</li>`)}</ul></nav>
    </header>
    <main id="content">
      ${introduction}
      ${sections}
      ${refusals(speak)}
    </main>`,
  )
}

const introduction = html`<section aria-labelledby="how">
  <h2 id="how">How to ask</h2>
  <p>Bodies are JSON in UTF-8 with <code>Content-Type: application/json</code>, at most 5 MiB, each field once. A list of questions gets a list of answers in its order: at most ${MOST_QUESTIONS} questions with ${MOST_REPORTS} reports in all. Instants carry their zone. Values are words from lists, <code>unknown</code> among them.</p>
  <p>The API answers to pages of this server and to programs on this machine. It lets no page from elsewhere read its answers. <a href="/api/openapi.json">The OpenAPI 3.1 document</a> is made from the same shapes.</p>
</section>`

/** What only somebody signed in is answered is not shown: the page asks as a stranger. */
async function exampleAnswer({ takes, path, method, asks, needs }: ApiOperation, ask: Ask): Promise<string> {
  if (needs || (!takes && asks)) return ''
  const init = takes ? { method, body: exampleTextOf(takes.example), headers: { 'content-type': 'application/json' } } : { method }
  return JSON.stringify(await (await ask(path, init)).json(), null, 2)
}

/** What a section shows beside the operation. */
interface Shown {
  readonly schemas: ReturnType<typeof apiSchemas>
  readonly origin: string
  readonly answer: string
}

const section = (operation: ApiOperation, { schemas, origin, answer }: Shown): Markup => {
  const { id, method, path, summary, says, within = [], asks = [], takes, gives, refuses } = operation
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}"><code>${method} ${path}</code><span>${summary}</span></h2>
    <p>${says}</p>
    ${NEEDS[operation.needs ?? 'nothing']}
    ${within.length + asks.length === 0 ? '' : html`<dl class="fields">${[...within.map((part) => partItem(part, 'required')), ...asks.map((part) => partItem(part, 'optional'))]}</dl>`}
    ${takes ? html`${fieldList(`What ${method} ${path} takes`, fieldsOf(schemas[takes.schema] as Schema))}${request(operation, takes.example, origin)}` : operation.needs ? '' : html`<p><a href="${path}">${path}</a></p>`}
    ${typeof gives === 'string' ? '' : fieldList(`What ${method} ${path} answers`, fieldsOf(schemas[gives.schema] as Schema))}
    ${answer === '' || typeof gives === 'string' ? '' : html`<details><summary>${takes ? 'The answer to the example' : 'An answer'}</summary>${code(`Answer of ${method} ${path}`, answer)}</details>`}
    ${refuses.length === 0 ? '' : html`<p>Refuses with ${refuses.map((refusal, i) => html`${i === 0 ? '' : ', '}<a href="#${anchorOf(refusal)}"><code>${refusal}</code></a>`)}.</p>`}
  </section>`
}

const NEEDS = {
  nothing: '',
  'own-page': html`<p>Asks for the header <code>X-Daylight: 1</code> where it changes something.</p>`,
  'a-session': html`<p>Asks for a session, and for the header <code>X-Daylight: 1</code> where it changes something.</p>`,
} as const

const partItem = ({ name, says, example }: AddressPart, need: Field['need']): Markup =>
  fieldItem({ path: need === 'required' ? `{${name}}` : `?${name}`, kinds: ['text'], need, onlyWhere: [], says: `${says}, such as ${example}` })

const request = ({ id, method, path, needs }: ApiOperation, example: Example, origin: string): Markup =>
  html`<h3>An example</h3>
    ${code(`Command for ${method} ${path}`, `curl ${origin}${path} -H 'Content-Type: application/json'${needs ? " -H 'X-Daylight: 1' -b cookies -c cookies" : ''} --data @${typeof example === 'string' ? example : id}.json`)}
    ${code(`Example for ${method} ${path}`, exampleTextOf(example))}`

/** It scrolls by itself where it is wide, and so must be reached from the keyboard. */
const code = (label: string, text: string): Markup => html`<pre tabindex="0" role="region" aria-label="${label}"><code>${text}</code></pre>`

const fieldList = (summary: string, fields: readonly Field[]): Markup =>
  html`<details><summary>${summary}: ${fields.length} fields</summary><dl class="fields">${fields.map(fieldItem)}</dl></details>`

const fieldItem = ({ path, kinds, need, onlyWhere, says }: Field): Markup =>
  html`<div><dt><code>${path}</code></dt><dd>${kinds.join(' or ')}${need === 'required' ? html` <em>required</em>` : ''}${onlyWhere.length > 0 ? html` <em>only with ${onlyWhere.join(' or ')}</em>` : ''}${says === '' ? '' : html`<br>${says}`}</dd></div>`

/** Every code that an operation lists, each once, in the order of its status. */
function refusals(speak: Speak): Markup {
  const codes = [...new Set<ProblemCode>([...API.flatMap(({ refuses }) => refuses), 'reading/more-of-these', ...EVERYWHERE])].toSorted((a, b) => STATUS[a] - STATUS[b])
  return html`<section aria-labelledby="refusals">
    <h2 id="refusals">What is refused</h2>
    <p>A refusal is <code>application/problem+json</code> (RFC 9457): the code, the path to the value, its line and column, and what was expected. Codes are public: they are never renamed and never reused. Everything wrong with a body is listed under <code>problems</code>, the first twenty.</p>
    <dl class="fields">${codes.map((refused) => html`<div id="${anchorOf(refused)}"><dt><code>${refused}</code></dt><dd>${STATUS[refused]}<br>${speak(`refusal.${refused}`)}</dd></div>`)}</dl>
  </section>`
}
