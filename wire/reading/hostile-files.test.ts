import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { badInput, printBadInput, type BadInput } from './bad-input.ts'
import { quoted } from './printable.ts'
import { readText } from './read.ts'

const HOSTILE = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'hostile')
const absent = !existsSync(HOSTILE)
if (absent) console.warn(`skipped: the hostile files are not there (${HOSTILE})`)

const files = absent ? [] : readdirSync(join(HOSTILE, 'json')).filter((name) => name.endsWith('.json'))
const starting = (letter: string) => files.filter((name) => name.startsWith(letter))

const UNSAFE = /[\p{C}\p{Zl}\p{Zp}]/u

/** Files whose JSON is sound and which are refused all the same, since two people could read two things in them. */
const TWICE = ['y_object_duplicated_key.json', 'y_object_duplicated_key_and_value.json']

/** What kept each file from being read, by its name; the others were read. */
async function refused(names: readonly string[], as?: string): Promise<readonly (readonly [string, BadInput])[]> {
  const readings = await Promise.all(names.map((name) => readText(as ?? name, readFileSync(join(HOSTILE, 'json', name)))))
  return readings.flatMap((read, i) => (read.accepted ? [] : [[names[i] ?? '', read.bad] as const]))
}

describe.skipIf(absent)('the JSON files of others', () => {
  test('none that must be refused is read', async () => {
    expect((await refused(starting('n_'))).map(([name]) => name)).toEqual(starting('n_'))
    expect(starting('n_').length).toBeGreaterThan(180)
  })

  test('all that must be read are, but for two with a field twice', async () => {
    const codes = (await refused(starting('y_'))).map(([name, { code }]) => [name, code])
    expect(codes).toEqual(TWICE.map((name) => [name, 'reading/duplicate-field']))
    expect(starting('y_').length).toBeGreaterThan(90)
  })

  test('those that may be either are refused for their letters or their depth, and nothing else', async () => {
    const codes = new Set((await refused(starting('i_'))).map(([, { code }]) => code))
    expect([...codes].toSorted()).toEqual(['reading/not-utf-8', 'reading/too-deep'])
  })

  test('every refusal says where, in lines that are safe to print', async () => {
    const all = (await refused(files)).map(([, bad]) => bad)
    expect(all.filter(({ line }) => line === null)).toEqual([])
    expect(all.map(printBadInput).filter((lines) => UNSAFE.test(lines.replaceAll('\n', '')))).toEqual([])
  })

  test('the same bytes called YAML are read or refused, and nothing breaks', async () => {
    expect((await refused(files, 'a.yaml')).length).toBeLessThan(files.length)
  })
})

describe.skipIf(absent)('the naughty strings of others', () => {
  const strings = absent ? [] : (JSON.parse(readFileSync(join(HOSTILE, 'naughty_strings.json'), 'utf8')) as string[])
  const bytesOf = (text: string) => new TextEncoder().encode(text)

  test('come back from JSON and from YAML as they went in, as values and as names', async () => {
    for (const text of strings) {
      const value = { words: [text], [`name ${text}`]: text }
      const json = JSON.stringify(value)
      for (const [file, content] of [['a.json', json], ['a.yaml', json], ['a.yaml', stringify(value)]] as const)
        expect(await readText(file, bytesOf(content))).toMatchObject({ accepted: true, value })
    }
    expect(strings.length).toBeGreaterThan(500)
  })

  test('print safely, each in one short line', () => {
    for (const text of strings) {
      const problem = `${quoted(text)} is not known here`
      const line = printBadInput(badInput('a.json', { code: 'reading/wrong-value', path: [text], problem }))
      expect(line).not.toMatch(UNSAFE)
      expect([...line].length).toBeLessThan(400)
    }
  })
})
