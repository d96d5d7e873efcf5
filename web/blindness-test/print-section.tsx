import { useEffect, useState } from 'react'
import { SHARING_LABELS } from '../../core/intelligence/handling.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { useSay } from '../../ui/say.tsx'
import type { Assessed } from '../reading/assessed.ts'

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

/** Nothing stays folded away on paper. */
function useUnfolded(): void {
  useEffect(() => {
    const folded = new Set<HTMLDetailsElement>()
    const unfold = () => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
        folded.add(one)
        one.open = true
      }
    }
    const fold = () => {
      for (const one of folded) one.open = false
      folded.clear()
    }
    window.addEventListener('beforeprint', unfold)
    window.addEventListener('afterprint', fold)
    return () => {
      window.removeEventListener('beforeprint', unfold)
      window.removeEventListener('afterprint', fold)
    }
  }, [])
}

/** Words for the margins of the paper, which only a style sheet can reach. */
function usePaper(line: string, page: string, of: string): void {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--paper-line', JSON.stringify(line))
    style.setProperty('--paper-page', JSON.stringify(`${page} `))
    style.setProperty('--paper-of', JSON.stringify(` ${of} `))
  }, [line, page, of])
}
