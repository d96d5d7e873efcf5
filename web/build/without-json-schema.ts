import type { Plugin } from 'vite'

const MAKERS = /zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/
const EXPORTED = /^export (?:const|function|class) (\w+)/gm

/**
 * Leaves out of the pages what zod makes JSON Schemas with: the server does that, and here it would weigh 4 KB.
 *
 * Shapes are given a method that makes one when they are made, so that something of each name has to stand there.
 */
export const withoutJsonSchema = (): Plugin => ({
  name: 'daylight-without-json-schema',
  transform(code, id) {
    if (!MAKERS.test(id)) return null
    return [...code.matchAll(EXPORTED)].map(([, name]) => `export const ${name} = () => () => undefined`).join('\n')
  },
})
