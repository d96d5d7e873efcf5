import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { policySetTextToParts, policyToJson, preparsePolicySet, preparseSchema, schemaToJson, validate, type CheckParseAnswer } from '@cedar-policy/cedar-wasm/nodejs'
import type { Action } from '../../core/kernel/action.ts'

/** The policies as they stand in their files, each by the name it gives itself, and the schema they are held to. */
export interface PolicyFiles {
  readonly schema: string
  readonly policies: Readonly<Record<string, string>>
}

/** The policies cannot be used as they stand. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault'
}

const FOLDER = fileURLToPath(new URL('../../policies', import.meta.url))
const SCHEMA = 'daylight.cedarschema'

/** Under which name the schema is kept ready. */
export const SCHEMA_NAME = 'daylight'

/** Reads every file of policies. A policy has a name, which stands in the access log, and says why it is there. */
export function readPolicyFiles(folder: string = FOLDER): PolicyFiles {
  const policies: Record<string, string> = {}
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cedar')).toSorted())
    for (const policy of partsOf(file, readFileSync(join(folder, file), 'utf8'))) {
      const name = nameOf(file, policy)
      if (name in policies) throw new PolicyFault(`${file}: two policies are called ${name}.`)
      policies[name] = policy
    }
  return { schema: readFileSync(join(folder, SCHEMA), 'utf8'), policies }
}

function partsOf(file: string, text: string): readonly string[] {
  const parts = policySetTextToParts(text)
  if (parts.type === 'failure') throw new PolicyFault(`${file}: ${parts.errors.map(({ message }) => message).join('; ')}`)
  if (parts.policy_templates.length > 0) throw new PolicyFault(`${file}: a template decides nothing by itself.`)
  return parts.policies
}

function nameOf(file: string, policy: string): string {
  const read = policyToJson(policy)
  const { id, because } = (read.type === 'success' && read.json.annotations) || {}
  if (!id || !because) throw new PolicyFault(`${file}: a policy has no ${id ? '@because' : '@id'}: ${policy.slice(0, 80)}`)
  return id
}

/**
 * Holds the policies to their schema and makes them ready, once. Answers with the names they are kept under, one for each action on each kind of thing.
 *
 * Each gets the policies whose own head lets them speak of it: the others could never decide, and a decision costs what it reads.
 */
export function preparePolicies({ schema, policies }: PolicyFiles, asked: readonly Asking[]): (asking: Asking) => string {
  const checked = validate({ schema, policies: { staticPolicies: { ...policies } }, validationSettings: { mode: 'strict' } })
  if (checked.type === 'failure') throw new PolicyFault(checked.errors.map(({ message, help }) => [message, help].filter(Boolean).join(': ')).join('; '))
  const wrong = [...checked.validationErrors, ...checked.validationWarnings]
  if (wrong.length > 0) throw new PolicyFault(wrong.map(({ policyId, error }) => `${policyId}: ${error.message}`).join('; '))
  whole(preparseSchema(SCHEMA_NAME, schema))
  const groups = groupsIn(schema)
  for (const asking of asked) {
    const own = Object.entries(policies).filter(([, policy]) => speaksOf(policy, [asking.action, ...(groups.get(asking.action) ?? [])], asking.on))
    whole(preparsePolicySet(setOf(asking), { staticPolicies: Object.fromEntries(own) }))
  }
  return setOf
}

/** An act, and on what kind of thing as the schema calls it. */
export interface Asking {
  readonly action: Action
  readonly on: string
}

const setOf = ({ action, on }: Asking): string => `${SCHEMA_NAME}/${action}/${on}`

function whole(answer: CheckParseAnswer): void {
  if (answer.type === 'failure') throw new PolicyFault(answer.errors.map(({ message }) => message).join('; '))
}

/** Which groups each action belongs to, as the schema says. */
function groupsIn(schema: string): ReadonlyMap<string, readonly string[]> {
  const read = schemaToJson(schema)
  if (read.type === 'failure') throw new PolicyFault(read.errors.map(({ message }) => message).join('; '))
  const actions = Object.values(read.json).flatMap((space) => Object.entries(space.actions))
  return new Map(actions.map(([action, { memberOf }]) => [action, (memberOf ?? []).map(({ id }) => id)]))
}

/** Whether the head of a policy lets it speak of an action on a kind of thing, by the action's own name or a group it belongs to. */
function speaksOf(policy: string, names: readonly string[], on: string): boolean {
  const read = policyToJson(policy)
  if (read.type === 'failure') throw new PolicyFault(read.errors.map(({ message }) => message).join('; '))
  const { action, resource } = read.json
  if (resource.op === 'is' && resource.entity_type !== on) return false
  if (action.op === 'All') return true
  const listed = 'entities' in action ? action.entities : 'entity' in action ? [action.entity] : []
  return listed.some((entity) => names.includes('__entity' in entity ? entity.__entity.id : entity.id))
}
