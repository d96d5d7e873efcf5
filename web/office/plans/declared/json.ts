/** A value as it travels. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json }

/** A value that is no text yet, as text: what is neither word nor figure as it travels. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '')

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
