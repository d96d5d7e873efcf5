type Scalar = string | number | boolean | null

/** As much of a JSON Schema as the shapes of the API use. */
export interface Schema {
  readonly type?: string
  readonly const?: Scalar
  readonly enum?: readonly Scalar[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly description?: string
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
}

/** One field of a group, as a reader is told of it: the way to it, what may stand there, and where it is asked for. */
export interface Field {
  readonly path: string
  readonly kinds: readonly string[]
  readonly need: 'required' | 'optional'
  /** The kind of group it belongs to, such as `operation: plan`; empty where it belongs to all. */
  readonly onlyWhere: readonly string[]
  readonly says: string
}

/** Every field of a shape from the top down, those of groups and lists inside it included. */
export function fieldsOf(schema: Schema, path = ''): readonly Field[] {
  const branches = branchesOf(schema)
  const groups = branches.filter(({ properties }) => properties)
  const own = merged(groups.map((group) => ({ label: labelOf(group, groups), fields: fieldsOfGroup(group, path) })))
  return [...own, ...branches.flatMap(({ items }) => (items ? fieldsOf(items, `${path}[]`) : []))]
}

const branchesOf = (schema: Schema): readonly Schema[] => (schema.anyOf ?? schema.oneOf)?.flatMap(branchesOf) ?? [schema]

const fieldsOfGroup = ({ properties = {}, required = [] }: Schema, path: string): readonly Field[] =>
  Object.entries(properties).flatMap(([name, schema]) => {
    const here = path === '' ? name : `${path}.${name}`
    const field: Field = { path: here, kinds: kindsOf(schema), need: required.includes(name) ? 'required' : 'optional', onlyWhere: [], says: schema.description ?? '' }
    return [field, ...fieldsOf(schema, here)]
  })

/** How a group tells that it is the one that is meant: `finding: absent`. */
function labelOf(group: Schema, all: readonly Schema[]): string {
  const telling = Object.entries(group.properties ?? {}).find(
    ([name, { const: value }]) => value !== undefined && all.some(({ properties }) => properties?.[name]?.const !== value),
  )
  return telling ? `${telling[0]}: ${String(telling[1].const)}` : 'written out'
}

interface Branch {
  readonly label: string
  readonly fields: readonly Field[]
}

/** Groups that are told apart by a field share most of the others; each is listed once. */
function merged(branches: readonly Branch[]): readonly Field[] {
  const paths = new Set(branches.flatMap(({ fields }) => fields.map(({ path }) => path)))
  return [...paths].flatMap((path) => {
    const holders = branches.filter(({ fields }) => fields.some((field) => field.path === path))
    const found = holders.flatMap(({ fields }) => fields.filter((field) => field.path === path))
    const [first] = found
    if (!first) return []
    const onlyWhere = holders.length === branches.length ? found.flatMap((field) => field.onlyWhere) : holders.map(({ label }) => label)
    return [{ ...first, kinds: [...new Set(found.flatMap(({ kinds }) => kinds))], onlyWhere: [...new Set(onlyWhere)] }]
  })
}

function kindsOf(schema: Schema): readonly string[] {
  const branches = branchesOf(schema)
  return [...new Set(branches.map(kindOf))]
}

function kindOf(schema: Schema): string {
  const { type, const: value, enum: values, properties, items } = schema
  if (value !== undefined) return String(value)
  if (values) return values.map(String).join(' · ')
  if (properties) return 'a group of fields'
  if (items) return `a list of ${plural(kindsOf(items))}`
  if (type === 'string') return textKind(schema)
  if (type === 'number' || type === 'integer') return `${type === 'integer' ? 'a whole number' : 'a number'}${bounds(schema)}`
  return KINDS[String(type)] ?? 'anything'
}

const KINDS: Readonly<Record<string, string>> = { boolean: 'true or false', null: 'null', object: 'a group of fields', array: 'a list' }

const textKind = ({ format }: Schema): string => (format === 'date-time' ? 'an instant' : format === 'date' ? 'a day' : 'text')

const plural = (kinds: readonly string[]): string =>
  kinds.length === 1 && kinds[0] === 'a group of fields' ? 'groups of fields' : kinds.join(' or ')

/** The largest whole number that JSON keeps exactly is no bound that anybody meant. */
const MOST = Number.MAX_SAFE_INTEGER

function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string {
  const low = exclusiveMinimum !== undefined ? `over ${exclusiveMinimum}` : minimum !== undefined && minimum > -MOST ? `${minimum} or more` : null
  const high = exclusiveMaximum !== undefined ? `under ${exclusiveMaximum}` : maximum !== undefined && maximum < MOST ? `${maximum} or less` : null
  const both = [low, high].filter((bound) => bound !== null)
  return both.length > 0 ? `, ${both.join(' and ')}` : ''
}
