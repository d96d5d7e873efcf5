import { useState } from 'react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useSay } from '../../../../ui/say.tsx'
import type { Sent } from '../../../../wire/api.ts'
import { REPORT_COLUMNS } from '../../../../wire/office/report-columns.ts'
import { ImportShape } from '../../../../wire/office/site-answers.ts'
import { Refused } from '../../asking/refused.tsx'
import { useSending } from '../../asking/use-sending.ts'
import { useDraft } from '../../form/use-draft.ts'
import { Page } from '../../page/page.tsx'
import { Waiting } from '../../page/waiting.tsx'
import '../sites.css'
import { ImportRows } from './import-rows.tsx'

type Imported = Sent<typeof ImportShape>

const namesOf = (need: 'required' | 'optional'): string => REPORT_COLUMNS.filter((one) => one.need === need).map(({ name }) => name).join(', ')

/** Brings in reports from a table: first read and shown row by row, then taken in. Nothing is kept before somebody has seen it. */
export function ImportPage() {
  const { site = '' } = useParams({ strict: false })
  return <ImportInto site={site} />
}

export function ImportInto({ site }: { readonly site: string }) {
  const say = useSay()
  const go = useNavigate()
  const draft = useDraft(`site/${site}/import`, { table: '' })
  const [read, setRead] = useState<{ readonly of: string; readonly answer: Imported } | null>(null)
  const sending = useSending(ImportShape, [`site/${site}`])
  const send = async (preview: 'yes' | 'no'): Promise<void> => {
    const { table } = draft.value
    const answered = await sending.send({ path: `/api/sites/${site}/reports?${preview === 'yes' ? 'preview=yes' : 'keep=good'}`, text: { type: 'text/csv', words: table } })
    if (!answered.accepted) return
    setRead({ of: table, answer: answered.value })
    if (preview === 'no') draft.forget()
  }
  const shown = read && (read.of === draft.value.table || read.answer.preview === 'no') ? read.answer : null
  const good = shown?.rows.filter(({ problems }) => problems.length === 0).length ?? 0
  return (
    <Page title={say('import.title')} acts={<Button variant="default" onClick={() => void go({ to: '/sites/$site', params: { site } })}>{say('import.back')}</Button>}>
      <p>{say('import.for')}</p>
      <TableGiven value={draft.value.table} onChange={(table) => draft.set({ table })} />
      {sending.refusal && <Refused refusal={sending.refusal} />}
      <div className="form-acts">
        <Button aria-disabled={draft.value.table.trim() === ''} onClick={() => draft.value.table.trim() !== '' && void send('yes')}>{say('import.preview')}</Button>
        {shown?.preview === 'yes' && good > 0 && <Button onClick={() => void send('no')}>{say('import.take-in', { count: good })}</Button>}
      </div>
      {sending.waiting && <Waiting what={say('import.reading')} />}
      {shown && <ImportRows imported={shown} />}
    </Page>
  )
}

/** The table as a file or as text; it stays here until it is taken in. */
function TableGiven({ value, onChange }: { readonly value: string; readonly onChange: (table: string) => void }) {
  const say = useSay()
  return (
    <div className="form">
      <label className="button">
        <input type="file" accept=".csv,text/csv" onChange={({ target }) => void target.files?.[0]?.text().then(onChange)} />
        <span>{say('import.choose-file')}</span>
      </label>
      <label className="label" htmlFor="import-table">{say('import.or-paste')}</label>
      <textarea id="import-table" rows={6} dir="ltr" spellCheck={false} value={value} onChange={({ target }) => onChange(target.value)} />
      <details>
        <summary>{say('import.columns')}</summary>
        <p className="hint">{say('import.columns-hint')}</p>
        <p><strong>{say('import.required')}</strong> <code dir="ltr">{namesOf('required')}</code></p>
        <p><strong>{say('import.optional')}</strong> <code dir="ltr">{namesOf('optional')}</code></p>
      </details>
    </div>
  )
}
