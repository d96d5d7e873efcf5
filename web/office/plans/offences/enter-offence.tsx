import { ANSWERS, OFFENCE_KINDS } from '../../../../core/law/offence.ts'
import { useSay } from '../../../../ui/say.tsx'
import { LongField, NumberField, SelectField, TextField } from '../../form/fields.tsx'
import { Pick } from '../../form/pick.tsx'
import type { Row, Wants } from '../declared/filled.ts'
import { offencePlace, type ENTERED_FIELDS } from './offence-rows.ts'

type EnteredField = (typeof ENTERED_FIELDS)[number]

interface EnterOffenceProps {
  readonly row: Row
  readonly at: number
  readonly wants: Wants
  readonly onChange: (changes: Readonly<Record<string, string>>) => void
}

/** An offence that no catalogue has. A prosecutor signs for what it consists of; what is left out is unknown. */
export function EnterOffence({ row, at, wants, onChange }: EnterOffenceProps) {
  const say = useSay()
  const field = (name: EnteredField) => {
    const place = offencePlace(at, row, name)
    const wanting = wants.get(place)
    return { label: say(`field.law-${name}`), place, value: String(row[name] ?? ''), onChange: (text: string) => onChange({ [name]: text }), problem: wanting ? say(wanting) : undefined }
  }
  const answers = ANSWERS.map((value) => ({ value, words: say(`met.${value}`) }))
  return (
    <div className="entered-offence">
      <p className="hint">{say('plan-page.entered-hint')}</p>
      <div className="fields">
        <TextField {...field('label')} />
        <TextField {...field('instrument')} />
        <TextField {...field('section')} />
        <TextField {...field('jurisdiction')} direction="ltr" hint={say('plan-page.jurisdiction-hint')} />
        <SelectField {...field('kind')} value={String(row['kind'] || 'trafficking')} options={OFFENCE_KINDS.map((value) => ({ value, words: say(`offence-kind.${value}`) }))} />
        <NumberField {...field('childAge')} />
      </div>
      <div className="fields">
        <LongField {...field('act')} hint={say('plan-page.one-a-line')} />
        <LongField {...field('means')} />
        <LongField {...field('purpose')} />
      </div>
      <Pick {...field('meansAdult')} value={String(row['meansAdult'] || 'unknown')} unknown="unknown" options={answers} />
      <Pick {...field('meansChild')} value={String(row['meansChild'] || 'unknown')} unknown="unknown" options={answers} />
      <div className="fields">
        <TextField {...field('signedByName')} />
        <TextField {...field('signedByOffice')} />
        <TextField {...field('signedOn')} direction="ltr" hint={say('plan-page.day-hint')} />
      </div>
    </div>
  )
}
