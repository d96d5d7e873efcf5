import { describe, expect, test } from 'vitest'
import { intrudesLess, LADDER, lesserRungs, rankOf } from './ladder.ts'

describe('the ladder of ways to reach people', () => {
  test('has eight rungs, counted from 1 as in the reference', () => {
    expect(LADDER.map(rankOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(LADDER[0]).toBe('assisted-exit')
    expect(LADDER.at(-1)).toBe('multi-site')
  })

  test('rungs 1 to 5 intrude less, from a warrant by day on none does', () => {
    expect(LADDER.filter(intrudesLess)).toEqual(['assisted-exit', 'outreach-visit', 'administrative-inspection', 'controlled-meeting', 'arrest-elsewhere'])
  })

  test('a rung asks for a reason why each one below it fails', () => {
    expect(lesserRungs('assisted-exit')).toEqual([])
    expect(lesserRungs('administrative-inspection')).toEqual(['assisted-exit', 'outreach-visit'])
    expect(lesserRungs('multi-site')).toHaveLength(7)
  })
})
