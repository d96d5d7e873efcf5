import { z } from 'zod'
import { LADDER } from '../core/planning/ladder.ts'
import { CONTINGENCIES, EXPECTATIONS, ORGANISATIONS, THOSE_AT_RISK, type Plan } from '../core/planning/plan.ts'
import { STATIONS } from '../core/planning/policy.ts'
import { InstantText } from './instants.ts'
import { Said } from './said.ts'

const Id = z.string().trim().min(1)
const Level = z.number().int().min(1).max(5).meta({ description: '1 (least) to 5 (most)' })
const Count = z.number().int().min(1)

const entry = <Shape extends z.core.$ZodShape>(shape: Shape) => z.array(z.strictObject({ id: Id, ...shape })).prefault([])
const named = () => entry({ name: Said })
const section = <Shape extends z.core.$ZodShape>(shape: Shape) => z.strictObject(shape).prefault({} as never)

export const SexShape = z.enum(['female', 'male', 'any'])

/** A plan, section by section: every line has an id and says something, and the criteria rest on these lines alone. */
export const PlanShape = z.strictObject({
  safety: section({
    risks: entry({ who: z.enum(THOSE_AT_RISK), harm: Said, severity: Level, likelihood: Level, response: Said, owner: Said }),
    notPresent: entry({ who: z.enum(THOSE_AT_RISK), because: Said }),
  }),
  segregation: section({
    zones: entry({ name: Said, for: z.enum(['victims', 'suspects', 'others']) }),
    vehicles: entry({ name: Said, for: z.enum(['victims', 'suspects']), seats: Count }),
    separators: named(),
    hiddenControllers: entry({ sign: Said, watchedBy: Said }),
  }),
  suspects: section({ rights: named(), custodyPlaces: named(), medical: named() }),
  evidence: section({ recorders: named(), exhibitsOfficers: named(), custody: named(), prosecutors: named() }),
  identification: section({
    screening: entry({ tool: Said, by: Said }),
    deciders: named(),
    standards: entry({ standard: Said, source: Said }),
  }),
  interviews: section({
    languages: z.array(Said).prefault([]).meta({ description: 'Languages expected, by ISO 639 code' }),
    interviewers: entry({ name: Said, onEntryTeam: z.enum(['yes', 'no']), interviews: z.enum(['adults', 'children']) }),
    places: entry({ name: Said, kind: z.enum(['shelter', 'clinic', 'family-justice-centre', 'reception-centre', 'hotel', 'police-station', 'cell', 'detention-centre']) }),
    interpreters: entry({ name: Said, language: Said, vettedOn: InstantText, vettedBy: Said }),
  }),
  crossReferencing: section({ contactLog: named(), comparers: named() }),
  care: section({
    places: entry({ name: Said, sex: SexShape, age: z.enum(['adult', 'child', 'any']), capacity: Count, confirmedAt: InstantText, confirmedBy: Said }),
    transport: entry({ name: Said, seats: Count }),
    medical: named(),
    advocates: named(),
    guardians: named(),
    shelterSecurity: named(),
  }),
  transition: section({ handovers: entry({ at: InstantText, from: Said, to: Said, receivedBy: Said }) }),
  status: section({
    nonPunishment: entry({ by: Said, rule: Said }),
    immigrationFirewall: entry({ with: Said, terms: Said }),
    statusLock: entry({ by: Said, rule: Said }),
  }),
  media: section({ noneEmbedded: entry({ givenBy: Said, on: InstantText }), releaseOfficers: named() }),
  alternatives: section({ rejected: entry({ rung: z.enum(LADDER), because: Said }) }),
  authority: section({
    team: entry({ name: Said, organisation: z.enum(ORGANISATIONS), task: z.enum(['leads', 'executes', 'supports']), woman: z.enum(['yes', 'no', 'unknown']), stands: z.enum(STATIONS).exactOptional() }),
    noQuota: entry({ givenBy: Said, on: InstantText }),
    noPrivateCustody: entry({ givenBy: Said, on: InstantText }),
  }),
  deconfliction: section({ checks: entry({ with: Said, at: InstantText, result: z.enum(['no-conflict', 'conflict', 'conflict-resolved']) }) }),
  secrecy: section({ told: entry({ name: Said, knows: Said }), complicity: entry({ by: Said, rule: Said }) }),
  expectations: section({ briefings: entry({ by: Said, at: InstantText, prepares: z.array(z.enum(EXPECTATIONS)).min(1) }) }),
  contingency: section({ responses: entry({ event: z.enum(CONTINGENCIES), response: Said, owner: Said }) }),
}) satisfies z.ZodType<Plan>
