import { z } from 'zod'
import { saysSomething } from '../core/planning/says-something.ts'

/** A text that a finding may rest on: names somebody or something, and is no tick. */
export const Said = z.string().trim().refine(saysSomething, 'says nothing; name it, or leave the entry out until it is known')
