import { newId } from '../../../../crypto/browser-id.ts'
import { useSay } from '../../../../ui/say.tsx'
import type { Filled, Row, Wants } from '../declared/filled.ts'
import { Pick } from '../../form/pick.tsx'
import { ELEMENTS } from '../../../../core/law/offence.ts'
import { ENTERED, offencePlace } from './offence-rows.ts'
import { EnterOffence } from './enter-offence.tsx'
import { PickOffence } from './pick-offence.tsx'
import { WriteSupport } from './write-support.tsx'

interface WriteOffencesProps {
  readonly filled: Filled
  readonly wants: Wants
  readonly onChange: (filled: Filled) => void
}

/** Writes the offences: each chosen from the law catalogue, or entered in full and signed by a prosecutor. */
export function WriteOffences({ filled, wants, onChange }: WriteOffencesProps) {
  const say = useSay()
  const offences = filled.lists['offences'] ?? []
  const support = filled.lists['support'] ?? []
  const put = (lists: Readonly<Record<string, readonly Row[]>>): void => onChange({ ...filled, lists: { ...filled.lists, ...lists } })
  const remove = (id: string): void => put({ offences: offences.filter((one) => one.id !== id), support: support.filter((one) => one['offenceRow'] !== id) })
  return (
    <>
      <ol className="entries">
        {offences.map((row, at) => {
          const set = (changes: Readonly<Record<string, string>>): void => put({ offences: offences.with(at, { ...row, ...changes }) })
          return (
            <li key={row.id} className="entry entry-offence" aria-label={say('enter.offence-n', { n: at + 1 })}>
              <div className="row-head">
                <h4>{say('enter.offence-n', { n: at + 1 })}</h4>
                <button type="button" className="plain" onClick={() => remove(row.id)} aria-label={say('enter.remove-what', { what: say('enter.offence-n', { n: at + 1 }) })}>{say('enter.remove')}</button>
              </div>
              <PickOffence value={String(row['offence'])} place={offencePlace(at, row, 'offence')} wanting={wants.get(offencePlace(at, row, 'offence')) ?? null} onChange={(offence) => set({ offence })} />
              {row['offence'] === ENTERED && <EnterOffence row={row} at={at} wants={wants} onChange={set} />}
              <Pick label={say('enter.presumed-child')} term="presumed-child" place={offencePlace(at, row, 'presumedChild')} value={String(row['presumedChild'] ?? 'no')} onChange={(presumedChild) => set({ presumedChild })} options={['no', 'yes'].map((value) => ({ value, words: say(`met.${value}`) }))} />
              {ELEMENTS.map((element) => (
                <WriteSupport key={element} element={element} offence={row} at={at} all={support} wants={wants} onChange={(rows) => put({ support: rows })} />
              ))}
            </li>
          )
        })}
      </ol>
      <button type="button" className="add-entry" onClick={() => put({ offences: [...offences, { id: newId(), offence: '', presumedChild: 'no' }] })}>{say('enter.offences-add')}</button>
    </>
  )
}
