import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PERSON_CATEGORIES } from '../intelligence/site-facts.ts'
import { safeguardsFor } from './safeguards.ts'

test('being a suspect too takes no safeguard away from anybody', () => {
  fc.assert(fc.property(fc.subarray([...PERSON_CATEGORIES]), fc.constantFrom(...PERSON_CATEGORIES), (standsAs, also) => {
    expect(safeguardsFor([...standsAs, also])).toEqual(expect.arrayContaining([...safeguardsFor(standsAs)]))
  }))
})

test('somebody who is both victim and suspect keeps what a victim has, and has the rights of a suspect', () => {
  expect(safeguardsFor(['victim', 'suspect'])).toEqual([...safeguardsFor(['victim']), 'rights-of-a-suspect'])
})

test('nobody is held to secure their testimony, whatever they stand in the files as', () => {
  for (const category of PERSON_CATEGORIES) expect(safeguardsFor([category])).toContain('never-held-to-testify')
})
