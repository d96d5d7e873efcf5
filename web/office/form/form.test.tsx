// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { click, drawn, type } from '../../../tests/drawn.tsx'
import type { Refusal } from '../asking/refusal.ts'
import { TextField } from './fields.tsx'
import { Form } from './form.tsx'
import { openDrafts } from './kept-drafts.ts'
import { Pick } from './pick.tsx'
import { KeepingDrafts, useDraft, useIsUnsent } from './use-draft.ts'
import { WhenField } from './when-field.tsx'

const BLANK: { readonly name: string; readonly role: 'one' | 'other'; readonly at: string } = { name: '', role: 'one', at: '' }

const REFUSAL: Refusal = {
  code: 'reading/wrong-value', title: 'A value is wrong', detail: 'name: is blank', status: 422, expected: null,
  problems: [{ code: 'reading/wrong-value', path: 'name', problem: 'is blank', expected: 'a name' }, { code: 'reading/wrong-value', path: 'role', problem: 'is no role', expected: null }],
}

function Filling({ refusal = null, onSend = () => undefined }: { readonly refusal?: Refusal | null; readonly onSend?: (value: typeof BLANK) => void }) {
  const draft = useDraft('a form', BLANK)
  return (
    <Form onSend={() => onSend(draft.value)} refusal={refusal} waiting={false} act="Add it" what="Adding it" onDiscard={draft.forget}>
      <TextField {...draft.at('name')} label="Name" />
      <Pick {...draft.at('role')} label="Role" options={[{ value: 'one', words: 'One' }, { value: 'other', words: 'Other' }]} />
      <WhenField {...draft.at('at')} label="Seen" exactly="to-the-minute" />
      <output>{useIsUnsent() ? 'unsent' : 'sent'}</output>
    </Form>
  )
}

const field = (place: string): HTMLInputElement | null => document.querySelector(`[data-place="${place}"]`)

describe('a form', () => {
  test('sends what was typed and picked', async () => {
    const sent: unknown[] = []
    await drawn(<KeepingDrafts value={openDrafts()}><Filling onSend={(value) => sent.push(value)} /></KeepingDrafts>)
    await type(field('name'), 'Harbour')
    await click(document.querySelector('input[value="other"]'))
    await click(document.querySelector('button[type="submit"]'))
    expect(sent).toEqual([{ name: 'Harbour', role: 'other', at: '' }])
  })

  test('keeps what was typed while the page is left, and until it is thrown away', async () => {
    const drafts = openDrafts()
    const filling = <KeepingDrafts value={drafts}><Filling /></KeepingDrafts>
    const { page, again } = await drawn(filling)
    await type(field('name'), 'Harbour')
    expect(page.querySelector('output')?.textContent).toBe('unsent')
    await again(<p>elsewhere</p>)
    await again(filling)
    expect(field('name')?.value).toBe('Harbour')
    await click([...page.querySelectorAll('button')].find(({ textContent }) => textContent === 'Throw away what is typed'))
    expect([field('name')?.value, page.querySelector('output')?.textContent]).toEqual(['', 'sent'])
  })

  test('shows what is wrong at its place, calls the place by its label, and leads there', async () => {
    const { page } = await drawn(<Filling refusal={REFUSAL} />)
    const wrong = field('name')
    expect(wrong?.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(wrong?.getAttribute('aria-describedby')?.split(' ').find((id) => id.includes('error')) ?? '')?.textContent).toBe('is blankExpected: a name')
    expect(document.activeElement).toBe(wrong)
    const [first, second] = page.querySelectorAll<HTMLElement>('.refused li button')
    expect([first?.textContent, second?.textContent]).toEqual(['Name', 'Role'])
    await click(second)
    expect(document.activeElement).toBe(field('role'))
  })

  test('understands a time at once, and says where its time of day is missing', async () => {
    await drawn(<KeepingDrafts value={openDrafts()}><Filling /></KeepingDrafts>)
    await type(field('at'), '2031-03-06 05:30 +07:00')
    expect(document.querySelector('.when')?.textContent).toContain('Thu, 6 Mar 2031, 05:30 UTC+07:00')
    await type(field('at'), '2031-03-06')
    expect(document.querySelector('.when')?.textContent).toContain('The time of day is missing')
  })
})
