import type { PersonCategory } from '../intelligence/site-facts.ts'

/** What protects somebody who asks about what is held of them. */
export const SAFEGUARDS = ['safe-channel', 'own-language', 'somebody-they-trust', 'nothing-for-asking', 'never-held-to-testify', 'rights-of-a-suspect'] as const
export type Safeguard = (typeof SAFEGUARDS)[number]

const EVERYBODY: readonly Safeguard[] = ['safe-channel', 'own-language', 'somebody-they-trust', 'nothing-for-asking', 'never-held-to-testify']

const ALSO: Readonly<Record<PersonCategory, readonly Safeguard[]>> = {
  victim: [], 'witness-or-contact': [], other: [], 'not-known': [],
  suspect: ['rights-of-a-suspect'],
  convicted: ['rights-of-a-suspect'],
}

/**
 * What protects somebody, by everything they stand in the files as.
 *
 * A person who is both victim and suspect keeps a victim's safeguards and has a suspect's rights: being suspected adds, and takes nothing away
 * (mission, S32; Directive (EU) 2016/680, article 6, asks that the categories be told apart and not that one lose what another has).
 */
export const safeguardsFor = (standsAs: readonly PersonCategory[]): readonly Safeguard[] => [...new Set([...EVERYBODY, ...standsAs.flatMap((category) => ALSO[category])])]
