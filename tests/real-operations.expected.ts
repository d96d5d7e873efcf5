import type { Finding } from '../core/planning/criteria.ts'
import type { MarkerId, MarkerState } from '../core/planning/markers.ts'
import type { Verdict } from '../core/planning/readiness.ts'
import type { Phase } from '../core/planning/requirements.ts'

/**
 * What the sources say of each operation, written down before the operation was put into a file.
 *
 * Only what a source states stands here; a phase or a marker that none speaks to is left out. `because` is the sentence
 * it follows from, in our words. No source can say whether a gate of certainty was open, so the intelligence of an
 * operation is stated only where a source tells of agencies at cross purposes, or of nothing that could count.
 */
export interface Expected {
  readonly verdict: Verdict | 'missed' | 'not-missed'
  readonly because: string
  readonly phases: Partial<Record<Phase, Stated<Finding>>>
  readonly markers: Partial<Record<MarkerId, Stated<MarkerState>>>
}

/** A finding with the sentence it follows from. */
export type Stated<Said extends string> = readonly [finding: Said, because: string]

export const EXPECTED: Readonly<Record<string, Expected>> = {
  'el-monte-1995.yaml': {
    verdict: 'not-ready',
    because: 'A good entry on the word of people who had escaped, and then custody, bonds and cameras for the people found.',
    phases: {
      intelligence: ['fails', 'The immigration service withdrew fifteen hours before entry (Los Angeles Times).'],
      entry: ['holds', 'Workers were separated from employers (secondary); ledgers, labels and cheques were seized (Los Angeles Times).'],
      aftermath: ['fails', 'Workers went into federal custody until bonds were paid, and were driven past a crowd of cameras (Los Angeles Times).'],
    },
    markers: {
      B1: ['not-found', 'The place was watched for weeks (Los Angeles Times).'],
      B2: ['not-found', 'A worker who had escaped, and further ones, told of it (Los Angeles Times).'],
      B3: ['not-found', 'A warrant under labour law opened the gate, led by the labour department (Los Angeles Times).'],
    },
  },
  'el-monte-1992.json': {
    verdict: 'missed',
    because: 'An informant told the immigration service; it found too little to go forward and made no plan to learn more (Los Angeles Times).',
    phases: { intelligence: ['fails', 'No plan was made to collect more (Los Angeles Times).'] },
    markers: {},
  },
  'florida-south-carolina-1997.yaml': {
    verdict: 'not-ready',
    because: 'Charges of servitude were brought, while those found were kept as material witnesses.',
    phases: { aftermath: ['fails', 'The people found were detained first (memory) and stayed as material witnesses.'] },
    markers: {
      B2: ['not-found', 'Girls who had escaped went to the authorities (memory).'],
      B3: ['not-found', 'Sixteen people were charged with conspiracy against civil rights, involuntary servitude and extortion.'],
    },
  },
  'svay-pak-2003.yaml': {
    verdict: 'not-ready',
    because: 'Video made under cover came first; a television crew came with it and a bystander died in custody.',
    phases: {
      entry: ['fails', 'A bystander known to be ill was not released, and died in custody.'],
      aftermath: ['fails', 'A television crew was embedded (The Nation).'],
    },
    markers: {
      B1: ['not-found', 'Investigators under cover were offered about forty girls, on video.'],
      B2: ['not-found', 'Investigators under cover were offered about forty girls, on video.'],
    },
  },
  'chiang-mai-2003.yaml': {
    verdict: 'not-ready',
    because: 'The place had been watched; adults who wanted no rescue lost their money and felt trapped.',
    phases: {
      entry: ['fails', 'The women said that they lost their money (Shan Women’s Action Network).'],
      aftermath: ['fails', 'The women said that they felt trapped (Shan Women’s Action Network).'],
    },
    markers: {
      B1: ['not-found', 'Weeks of surveillance and covert visits came before (Christian Science Monitor).'],
      B2: ['not-found', 'Weeks of surveillance and covert visits came before (Christian Science Monitor).'],
    },
  },
  'chai-hour-ii-2004.yaml': {
    verdict: 'not-ready',
    because: 'Police, a prosecutor and a shelter stood ready; the shelter was broken open on the next day.',
    phases: { aftermath: ['fails', 'About thirty people broke the gate of the shelter; guards had left their posts; ninety-one were taken (Sydney Morning Herald, Cambodia Daily).'] },
    markers: { B3: ['not-found', 'Anti-trafficking police investigated pimping and the selling of virginity (Cambodia Daily, Phnom Penh Post).'] },
  },
  'pentameter-2-2007.yaml': {
    verdict: 'not-ready',
    because: 'A campaign of 822 premises is told of as a whole; whether any one of them was verified is not told.',
    phases: { aftermath: ['fails', 'It was not guaranteed that people found would not be deported (secondary).'] },
    markers: { B1: ['unknown', 'Nothing is told of attempts to verify at the single premises.'] },
  },
  'immokalee-2007.json': {
    verdict: 'not-ready',
    because: 'Fresh accounts of three who broke out, and help from people they trusted; much else is not told.',
    phases: { aftermath: ['holds', 'The workers’ coalition gave support to the victims (Miami Herald, Coalition of Immokalee Workers).'] },
    markers: {
      B2: ['not-found', 'Three workers broke out of a locked truck and told the sheriff (Miami Herald, Coalition of Immokalee Workers).'],
      B3: ['not-found', 'The bosses were charged, in the end with slavery (Miami Herald, Coalition of Immokalee Workers).'],
    },
  },
  'postville-2008.yaml': {
    verdict: 'blind',
    because: 'The goal was identity theft and immigration, with warrants for about seven hundred people.',
    phases: {
      intelligence: ['fails', 'State officials who were looking into child labour there asked for a postponement; their case was destroyed (Latina Lista).'],
      plan: ['fails', 'The goal was identity theft and immigration.'],
      aftermath: ['fails', 'Workers were shackled, pleaded in groups and served five months.'],
    },
    markers: {
      B3: ['found', 'The goal was identity theft and immigration, with warrants for about seven hundred people.'],
      B4: ['found', 'The goal was identity theft and immigration, and nothing else.'],
      B5: ['found', 'Nobody was screened as a victim of trafficking or of labour abuse (memory).'],
    },
  },
  'netwing-2011.yaml': {
    verdict: 'not-ready',
    because: 'Complaints, months of covert work, charities in place, and nine of twenty-four who chose to leave; the rest of it is not told.',
    phases: { aftermath: ['holds', 'People found came to a medical centre and then to a rest centre of the Red Cross; nine were free to leave, and left.'] },
    markers: {
      B1: ['not-found', 'Police worked covertly for months before entry (BBC).'],
      B2: ['not-found', 'A man had complained in April (BBC).'],
      B3: ['not-found', 'It was carried out under the act on slavery, servitude and forced labour.'],
    },
  },
  'soho-2013.yaml': {
    verdict: 'blind',
    because: 'Trafficking stood in the lines for the press; the warrants and the orders were about stolen goods and closing flats.',
    phases: {
      plan: ['fails', 'The goal was stolen goods and closure orders; trafficking stood in the lines for the press (Evening Standard, English Collective of Prostitutes).'],
      entry: ['fails', 'Dogs, broken doors, a maid in her seventies handcuffed, women outside in underwear (English Collective of Prostitutes).'],
      aftermath: ['fails', 'Women were left in the street at night, and photographed by the press (English Collective of Prostitutes).'],
    },
    markers: { B4: ['found', 'The goal was stolen goods and closure orders; trafficking stood in the lines for the press.'] },
  },
  'phuket-rawai-2016.yaml': {
    verdict: 'blind',
    because: 'Officers of immigration and the navy searched two camps of workers; about a hundred people were there, all of them Thai, and no trafficking.',
    phases: { intelligence: ['fails', 'Nothing but the kind of place and the nationality expected there is told as a ground.'] },
    markers: {
      B1: ['found', 'Everybody found there was of another nationality than assumed, which any look at the place would have shown.'],
      B2: ['found', 'Nothing but the kind of place and the nationality expected there is told as a ground.'],
    },
  },
  'orchids-of-asia-2019.yaml': {
    verdict: 'blind',
    because: 'The affidavit was about deriving support from prostitution; no charge of trafficking followed.',
    phases: {
      intelligence: ['fails', 'One health inspector saw signs that people lived there; nobody is told of who spoke for a person held (Tribune-Review, Palm Beach Post).'],
      plan: ['fails', 'The affidavit was about deriving support from prostitution (Tribune-Review, Palm Beach Post).'],
      aftermath: ['fails', 'The women found there were charged.'],
    },
    markers: {
      B1: ['not-found', 'Rubbish was searched, the place was watched, and five days were filmed (Tribune-Review, Palm Beach Post).'],
      B3: ['found', 'The affidavit was about deriving support from prostitution (Tribune-Review, Palm Beach Post).'],
      B4: ['found', 'The affidavit was about deriving support from prostitution, and there was no charge of trafficking.'],
    },
  },
  'bamban-2024.json': {
    verdict: 'not-ready',
    because: 'A worker who had escaped and an embassy, warrants under the law on trafficking, and then deportation for 499 people.',
    phases: {
      entry: ['holds', 'Vaults, scripts and villas were seized (Inquirer).'],
      aftermath: ['fails', 'Of the people found, 499 foreigners were prepared for deportation (Inquirer).'],
    },
    markers: {
      B2: ['not-found', 'A worker escaped on 28 February, and an embassy reported another who was detained (Inquirer).'],
      B3: ['not-found', 'The warrants were for trafficking and for serious illegal detention (Inquirer).'],
      B4: ['not-found', 'The warrants were for trafficking and for serious illegal detention, on the escaped worker and the embassy (Inquirer).'],
    },
  },
}
