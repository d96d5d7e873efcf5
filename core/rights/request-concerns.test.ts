import { expect, test } from 'vitest'
import { answered, inDays, onFile, received, told } from '../../tests/rights-cast.ts'
import { foldRequest } from './request.ts'
import { rightsConcerns } from './request-concerns.ts'
import type { RequestFact } from './request-facts.ts'

const clock = { regime: 'law-enforcement', due: inDays(31), longest: inDays(92) } as const
const concernsOn = (day: number, ...facts: readonly RequestFact[]) => {
  const file = foldRequest(onFile(...facts))
  return file ? rightsConcerns(file.request, clock, inDays(day)).map(({ code }) => code) : null
}

test('a request is overdue once its day has passed and nobody was told; decided is not told', () => {
  expect(concernsOn(31, received)).toEqual([])
  expect(concernsOn(32, received)).toEqual(['rights/overdue'])
  expect(concernsOn(32, received, answered())).toEqual(['rights/overdue'])
  expect(concernsOn(32, received, answered(), told)).toEqual([])
  expect(concernsOn(32, received, { type: 'request/closed', because: 'withdrawn', says: 'They moved' })).toEqual([])
})

test('an answer that was told late, another way than was safe, or without saying where to complain is kept, and looked at', () => {
  expect(concernsOn(40, received, answered(), { ...told, toldAt: inDays(33), how: 'telephone-at-agreed-time', complaintTold: 'unknown' })).toEqual(['rights/told-late', 'rights/told-another-way', 'rights/complaint-not-told'])
})

test('who asks is looked at as long as that is open, and a go-between who stands in the files always', () => {
  expect(concernsOn(1, { ...received, identity: 'not-established' })).toEqual(['rights/identity-open'])
  expect(concernsOn(1, { ...received, through: 'lawyer', goBetweenIs: 'in-the-files' })).toEqual(['rights/go-between-in-the-files'])
})

test('a wish to be forgotten that was granted is owed until forgetting was asked for', () => {
  const granted = [{ ...received, wants: 'erase' }, answered({ hold: 'none' })] as const
  expect(concernsOn(11, ...granted)).toEqual(['rights/forgetting-not-asked'])
  expect(concernsOn(11, ...granted, { type: 'request/forgetting-asked', asking: 'asking-1', file: 'source/source-1' })).toEqual([])
})
