import { useMemo } from 'react'
import { ELEMENTS } from '../../../core/law/offence.ts'
import { SUPPORT_STANDINGS } from '../../../core/law/element-matrix.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field, LongField, TextField } from '../../../ui/field.tsx'
import { useSay } from '../../../ui/say.tsx'
import { LAW } from '../../reading/in-force.ts'
import { useLanguage } from '../../words/use-language.ts'
import { freshId } from '../blank-draft.ts'
import type { OffenceDraft, SupportDraft } from '../draft.ts'
import { useFilling } from '../entry-state.ts'
import { PickSeveral } from './pick-several.tsx'
import { Section } from './section.tsx'
import { ToldRows } from './told-rows.tsx'

/** The law: where, which offence, and what stood behind each of its elements. */
export function Law() {
  const say = useSay()
  const { draft, set, remove } = useFilling()
  const blank = (): OffenceDraft => ({ id: freshId('offence', draft), offence: '', presumedChild: 'no', support: [] })
  return (
    <Section id="law" term="offence">
      <TextField label={say('enter.jurisdiction')} value={draft.jurisdiction} onChange={(jurisdiction) => set({ jurisdiction })} />
      <ToldRows of="offences" told={draft.offences} onChange={(offences) => set({ offences })} onRemove={(offences) => remove((before) => ({ ...before, offences }))} blank={blank} title={(_, at) => say('enter.offence-n', { n: at + 1 })}>
        {(row, change) => <OffenceFields row={row} change={change} />}
      </ToldRows>
    </Section>
  )
}

function OffenceFields({ row, change }: { readonly row: OffenceDraft; readonly change: (part: Partial<OffenceDraft>) => void }) {
  const say = useSay()
  return (
    <>
      {typeof row.offence === 'string' ? <PickOffence value={row.offence} onChange={(offence) => change({ offence })} /> : <p className="hint">{say('enter.offence-in-full')}</p>}
      <Choice label={say('enter.presumed-child')} term="presumed-child" value={row.presumedChild} onChange={(presumedChild) => change({ presumedChild })} options={(['no', 'yes'] as const).map((value) => ({ value, words: say(`met.${value}`) }))} />
      {ELEMENTS.map((element) => {
        const own = row.support.filter((one) => one.element === element)
        const put = (support: readonly SupportDraft[]) => change({ support: [...row.support.filter((one) => one.element !== element), ...support] })
        return <Element key={element} element={element} offenceId={row.id} support={own} onChange={put} />
      })}
    </>
  )
}

function PickOffence({ value, onChange }: { readonly value: string; readonly onChange: (offence: string) => void }) {
  const say = useSay()
  const language = useLanguage()
  const { draft: { jurisdiction } } = useFilling()
  const groups = useMemo(() => {
    const names = new Intl.DisplayNames(language === 'en' ? 'en' : language.slice(0, 2), { type: 'region', fallback: 'code' })
    const nameOf = (code: string): string => (code.length === 2 ? (names.of(code) ?? code) : code)
    const isMeant = (code: string): boolean => jurisdiction !== '' && (nameOf(code).toLowerCase().includes(jurisdiction.toLowerCase()) || code === jurisdiction.toUpperCase())
    return [...Map.groupBy(LAW.offences, (offence) => offence.jurisdiction)]
      .map(([code, offences]) => ({ code, name: nameOf(code), offences, meant: isMeant(code) }))
      .toSorted((a, b) => Number(b.meant) - Number(a.meant) || (a.name < b.name ? -1 : 1))
  }, [jurisdiction, language])
  return (
    <Field label={say('enter.offence')} problem={value === '' ? say('lacking.offence') : undefined}>
      {(wired) => (
        <select {...wired} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{say('enter.choose')}</option>
          {groups.map(({ code, name, offences }) => (
            <optgroup key={code} label={name}>
              {offences.map(({ id, label, section }) => <option key={id} value={id}>{label} ({section})</option>)}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

interface ElementProps {
  readonly element: SupportDraft['element']
  readonly offenceId: string
  readonly support: readonly SupportDraft[]
  readonly onChange: (support: readonly SupportDraft[]) => void
}

/** One element. What is said to be held counts when it rests on a report or a source, and on nothing else. */
function Element({ element, offenceId, support, onChange }: ElementProps) {
  const say = useSay()
  const { draft: { reports, sources, facts } } = useFilling()
  const [first, ...others] = support
  const standing = first?.standing ?? 'unknown'
  const set = (part: Partial<SupportDraft>) => onChange([{ id: `${offenceId}-${element}`, element, standing, says: '', restsOn: [], ...first, ...part }, ...others])
  const entries = [
    ...reports.rows.filter(({ kind }) => kind !== '').map(({ id, kind }) => ({ id, words: `${say(`kind.${kind}`)} (${id})` })),
    ...sources.map(({ id, title }) => ({ id, words: title || id })),
    ...facts.filter(({ id }) => first?.restsOn.includes(id)).map(({ id, says }) => ({ id, words: says || id })),
  ]
  return (
    <div className="element">
      <Choice label={say(`element.${element}`)} term={`element-${element}`} value={standing} unknown="unknown" onChange={(value) => set({ standing: value })} options={SUPPORT_STANDINGS.map((value) => ({ value, words: say(`support.${value}`) }))} />
      {standing !== 'unknown' && <LongField label={say('enter.support-says')} value={first?.says ?? ''} onChange={(says) => set({ says })} />}
      {standing === 'held' && <PickSeveral label={say('enter.rests-on')} options={entries} picked={first?.restsOn ?? []} onChange={(restsOn) => set({ restsOn })} />}
      {standing === 'held' && (first?.restsOn.length ?? 0) === 0 && <p className="problem">{say(entries.length > 0 ? 'lacking.rests-on' : 'lacking.rests-on-nothing-yet')}</p>}
    </div>
  )
}
