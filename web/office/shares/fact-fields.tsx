import { PERSON_CATEGORIES } from '../../../core/intelligence/site-facts.ts'
import { KIND_GRAINS, TIME_GRAINS } from '../../../core/sharing/coarsen.ts'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { LongField, SelectField } from '../form/fields.tsx'
import { PickSeveral } from '../form/pick.tsx'
import { FindingSaid } from './findings.tsx'
import { basesOf, type FactDraft, type ReportToRestOn } from './prepare-draft.ts'
import type { Finding, Receivers } from './shares-asked.ts'

interface FactFieldsProps {
  readonly fact: FactDraft
  readonly at: number
  readonly reports: readonly ReportToRestOn[]
  readonly receivers: Receivers
  /** What the check found; null where nobody has asked since the fact changed. */
  readonly checked: readonly Finding[] | null
  readonly onChange: (fact: FactDraft) => void
  readonly onAway: () => void
}

/** One fact that is to be passed on, with what the check found beside it. */
export function FactFields({ fact, at, reports, receivers, checked, onChange, onAway }: FactFieldsProps) {
  const say = useSay()
  const finding = checked?.find((one) => one.fact === fact.id)
  const field = <Key extends keyof FactDraft>(key: Key, place: string) => ({ place: `passed.facts[${at}].${place}`, value: fact[key], onChange: (value: FactDraft[Key]) => onChange({ ...fact, [key]: value }) })
  const organisations = [receivers.own, ...receivers.organisations]
  const bases = basesOf(organisations.find(({ id }) => id === fact.controller)?.kind ?? receivers.own.kind)
  const controlledBy = (controller: string): void => {
    const [basis = fact.basis] = basesOf(organisations.find(({ id }) => id === controller)?.kind ?? receivers.own.kind)
    onChange({ ...fact, controller, basis })
  }
  return (
    <li>
      <div>
        <LongField label={say('sharing.fact-says')} hint={say('sharing.fact-says-hint')} rows={2} {...field('says', 'says')} />
        <PickSeveral label={say('sharing.rests-on')} {...field('restsOn', 'restsOn')} options={reports.map(({ id, kind, says }) => ({ value: id, words: `${say(`kind.${kind}`)} · ${says.slice(0, 90)} · ${id.slice(0, 8)}` }))} />
        <div className="fields">
          <SelectField label={say('sharing.about')} {...field('about', 'about')} options={PERSON_CATEGORIES.map((value) => ({ value, words: say(`report.person.${value}`) }))} />
          <SelectField label={say('sharing.tells-kind')} {...field('kind', 'tells.kind')} options={KIND_GRAINS.map((value) => ({ value, words: say(`sharing.kind-${value}`) }))} />
          <SelectField label={say('sharing.tells-time')} {...field('time', 'tells.time')} options={TIME_GRAINS.map((value) => ({ value, words: say(`sharing.time-${value}`) }))} />
          <SelectField label={say('sharing.controller')} place={`passed.facts[${at}].controller`} value={fact.controller} onChange={controlledBy} options={organisations.map(({ id, name }) => ({ value: id, words: name }))} />
          <SelectField label={say('sharing.basis')} {...field('basis', 'basis')} options={bases.map((value) => ({ value, words: say(`sharing.basis-${value}`) }))} />
        </div>
        <button type="button" onClick={onAway}>{say('sharing.fact-away')}</button>
      </div>
      <div role="status">
        {checked === null ? <p className="hint">{say('sharing.not-checked')}</p> : finding ? <FindingSaid finding={finding} /> : <p><Mark of="holds" /> {say('sharing.found-nothing')}</p>}
      </div>
    </li>
  )
}
