import type { Handler } from 'hono'
import { Defect } from '../../core/kernel/defect.ts'
import { elementMatrix } from '../../core/law/element-matrix.ts'
import { offencesOf, type LawCatalogue } from '../../core/law/instrument.ts'
import { nonPunishmentBeside } from '../../core/law/non-punishment.ts'
import { palermoGaps } from '../../core/law/palermo-gaps.ts'
import { unverifiedParts } from '../../core/law/required-elements.ts'
import { searchCard } from '../../core/law/search-card.ts'
import { lawQueryShape, lawQuestionShape, type ElementsSent, type LawQuestion, type LawSent } from '../../wire/law-question.ts'
import { readShape } from '../../wire/reading/shape-problems.ts'
import type { Catalogue } from '../catalogue.ts'
import { answerBody } from '../http/answers.ts'
import { refuseBody } from '../http/problem.ts'

/** The catalogue, or the part of it that belongs to one jurisdiction. */
export function readLaw({ law, speak }: Catalogue): Handler {
  const shape = lawQueryShape([...new Set(law.offences.map(({ jurisdiction }) => jurisdiction))])
  return (c) => {
    const asked = readShape(shape, 'address', { value: c.req.query(), locate: () => null })
    if (!asked.accepted) return refuseBody(speak, asked.bad)
    const { jurisdiction } = asked.value
    return c.json(jurisdiction === undefined ? law : partOf(law, jurisdiction))
  }
}

function partOf(law: LawCatalogue, jurisdiction: string): LawSent {
  const offences = offencesOf(law, jurisdiction)
  const beside = new Set(offences.flatMap((offence) => nonPunishmentBeside(offence, law.nonPunishment)))
  return { ...law, offences, nonPunishment: law.nonPunishment.filter((rule) => beside.has(rule)) }
}

/** One offence, element by element. */
export function askLaw(catalogue: Catalogue): Handler {
  const shape = lawQuestionShape(catalogue.offenceIds)
  return (c) => answerBody(c, catalogue.speak, () => shape, (asked: LawQuestion) => elementsOf(asked, catalogue))
}

function elementsOf({ offence: named, presumedChild, silence, support }: LawQuestion, { law, inForce }: Catalogue): ElementsSent {
  const offence = typeof named === 'string' ? inForce.law.get(named) : named
  if (!offence) throw new Defect('an offence that is not in the catalogue was not refused on reading')
  const elements = elementMatrix(offence, support, { presumedChild: presumedChild === 'yes', silence })
  const { id, jurisdiction, section, label, kind } = offence
  return {
    offence: { id, jurisdiction, section, label, kind },
    elements,
    gaps: palermoGaps(offence),
    searchCard: searchCard(offence, elements, law.corroboration),
    nonPunishment: nonPunishmentBeside(offence, law.nonPunishment),
    unverified: 'sureness' in offence ? unverifiedParts(offence) : [],
  }
}
