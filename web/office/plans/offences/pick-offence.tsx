import { useMemo } from 'react'
import { NativeSelect } from '@mantine/core'
import { unverifiedParts } from '../../../../core/law/required-elements.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { IN_FORCE, LAW } from '../../../reading/in-force.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { useWired } from '../../form/fields.tsx'
import type { Wanting } from '../declared/filled.ts'
import { ENTERED } from './offence-rows.ts'

/** A treaty punishes nobody, so that no plan can rest on its definition (wire/operation-checks.ts). */
const NO_LAW_OF_A_PLACE: ReadonlySet<string> = new Set(['UN'])

interface PickOffenceProps {
  readonly value: string
  readonly place: string
  readonly wanting: Wanting | null
  readonly onChange: (offence: string) => void
}

/** Chooses an offence from the law catalogue, that of the place first, with how surely each is known here. */
export function PickOffence({ value, place, wanting, onChange }: PickOffenceProps) {
  const say = useSay()
  const groups = useGroups()
  const wired = useWired({ label: say('enter.offence'), term: 'offence', place, problem: wanting ? say(wanting) : undefined })
  const chosen = IN_FORCE.law.get(value)
  const unverified = chosen ? unverifiedParts(chosen) : []
  return (
    <>
      <NativeSelect {...wired} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{say('enter.choose')}</option>
        <option value={ENTERED}>{say('plan-page.enter-offence')}</option>
        {groups.map(({ code, name, offences }) => (
          <optgroup key={code} label={name}>
            {offences.map((offence) => (
              <option key={offence.id} value={offence.id}>{`${offence.label} (${offence.section})${unverifiedParts(offence).length > 0 ? ` · ${say('source.unverified')}` : ''}`}</option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
      {unverified.length > 0 && <p className="unverified"><Mark of="unknown" /> {say('law.unverified', { parts: unverified.map((part) => say(`law.part-${part}`)).join(', ') })}</p>}
    </>
  )
}

/** The offences by jurisdiction, that of the plan first. */
function useGroups() {
  const language = useLanguage()
  const { operation: { jurisdiction } } = useAssessed()
  return useMemo(() => {
    const names = new Intl.DisplayNames(language.slice(0, 2), { type: 'region', fallback: 'code' })
    const nameOf = (code: string): string => (code.length === 2 ? (names.of(code) ?? code) : code)
    const isMeant = (code: string): boolean => code === jurisdiction.toUpperCase() || nameOf(code).toLowerCase() === jurisdiction.toLowerCase()
    return [...Map.groupBy(LAW.offences.filter((offence) => !NO_LAW_OF_A_PLACE.has(offence.jurisdiction)), (offence) => offence.jurisdiction)]
      .map(([code, offences]) => ({ code, name: nameOf(code), offences, meant: isMeant(code) }))
      .toSorted((a, b) => Number(b.meant) - Number(a.meant) || (a.name < b.name ? -1 : 1))
  }, [jurisdiction, language])
}
