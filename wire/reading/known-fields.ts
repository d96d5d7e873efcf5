import { z } from 'zod'
import type { Path, Step } from './place.ts'

type Schema = z.core.$ZodType

/** What the shapes of zod that hold other shapes have in common, each with its own part of it. */
interface Definition {
  readonly innerType?: Schema
  readonly in?: Schema
  readonly out?: Schema
  readonly options?: readonly Schema[]
  readonly discriminator?: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly element?: Schema
  readonly valueType?: Schema
  readonly getter?: () => Schema
}

/**
 * The names of the fields that a group may have, so that a misspelt one can be told from a foreign one.
 *
 * Where a shape is one of several, the value says which: only those that fit its telling field count.
 */
export function knownFields(schema: Schema, value: unknown, path: Path): readonly string[] {
  const [step, ...rest] = path
  const names = unwrapped(schema, value).flatMap((definition) => {
    if (step === undefined) return Object.keys(definition.shape ?? {})
    const next = within(definition, step)
    return next ? knownFields(next, valueAt(value, [step]), rest) : []
  })
  return [...new Set(names)]
}

/** The value at the end of a path, and undefined where the path leads nowhere. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((group: unknown, step) => (hasOwn(group, step) ? group[step] : undefined), value)

const hasOwn = (group: unknown, step: Step): group is Record<Step, unknown> =>
  typeof group === 'object' && group !== null && Object.hasOwn(group, step)

const definitionOf = (schema: Schema): Definition => schema._zod.def as Definition

function unwrapped(schema: Schema, value: unknown): readonly Definition[] {
  const definition = definitionOf(schema)
  const { innerType, getter, options, discriminator } = definition
  if (options) return options.filter((option) => fits(option, discriminator, value)).flatMap((option) => unwrapped(option, value))
  const inner = [innerType, getter?.(), definition.in, definition.out].filter((held) => held !== undefined)
  return inner.length > 0 ? inner.flatMap((held) => unwrapped(held, value)) : [definition]
}

function fits(option: Schema, discriminator: string | undefined, value: unknown): boolean {
  if (discriminator === undefined) return true
  const telling = valueAt(value, [discriminator])
  return unwrapped(option, value).some(({ shape }) => shape?.[discriminator] && z.safeParse(shape[discriminator], telling).success)
}

const within = ({ shape, element, valueType }: Definition, step: Step): Schema | undefined =>
  typeof step === 'number' ? element : (shape && Object.hasOwn(shape, step) ? shape[step] : valueType)
