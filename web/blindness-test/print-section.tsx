import { useState } from 'react'
import { SHARING_LABELS } from '../../core/intelligence/handling.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { useSay } from '../../ui/say.tsx'
import type { Assessed } from '../reading/assessed.ts'
import { usePaper, useUnfolded } from '../reading/use-paper.ts'

/** How the paper is marked, its copy number, and the printing itself. The line stands on every page. */
export function PrintSection({ assessed }: { readonly assessed: Assessed }) {
  const say = useSay()
  const [marking, setMarking] = useState('')
  const [copy, setCopy] = useState('')
  const line = say('print.line', { marking: marking || say('print.not-marked'), copy: copy.trim() || '–', name: assessed.operation.name })
  useUnfolded()
  usePaper(line, say('print.page'), say('print.of'))
  return (
    <section id="print" className="part screen-only" aria-labelledby="print-title">
      <h2 id="print-title">{say('print.title')}</h2>
      <div className="pair">
        <SelectField label={say('print.marking')} value={marking} onChange={setMarking} options={[{ value: '', words: say('print.not-marked') }, ...SHARING_LABELS.map((value) => ({ value, words: value }))]} />
        <TextField label={say('print.copy')} value={copy} onChange={setCopy} />
      </div>
      <button type="button" onClick={() => window.print()}>{say('print.now')}</button>
    </section>
  )
}
