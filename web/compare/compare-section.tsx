import { useMemo, useState } from 'react'
import { useSay } from '../../ui/say.tsx'
import { SelectField } from '../../ui/field.tsx'
import { useExamples } from '../examples/examples.ts'
import { assess, useAssessed } from '../reading/assessed.ts'
import { CompareTable } from './compare-table.tsx'

/** The operation beside one of the examples, line by line. */
export function CompareSection() {
  const say = useSay()
  const here = useAssessed()
  const { headings, load } = useExamples()
  const [chosen, setChosen] = useState('')
  const there = useMemo(() => {
    const file = load(chosen)
    return file ? assess(file) : undefined
  }, [chosen, load])
  const options = [{ value: '', words: say('compare.choose') }, ...headings.map(({ id, name }) => ({ value: id, words: name }))]
  return (
    <section id="compare" aria-labelledby="compare-title" className={there ? 'part' : 'part screen-only'}>
      <h2 id="compare-title">{say('compare.title')}</h2>
      <div className="screen-only"><SelectField label={say('compare.with')} value={chosen} options={options} onChange={setChosen} /></div>
      {there && <CompareTable here={here} there={there} />}
    </section>
  )
}
