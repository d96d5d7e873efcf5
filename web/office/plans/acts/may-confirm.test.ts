import { expect, test } from 'vitest'
import { instant } from '../../../../core/kernel/instant.ts'
import type { OperationReport } from '../../../../core/planning/operation.ts'
import { mayConfirm } from './may-confirm.ts'

const AFTER = Date.UTC(2031, 2, 5, 12)
const report = (id: string, changes: Partial<OperationReport> = {}) => ({ id, kind: 'inspector', finding: 'present', observedAt: instant(AFTER), says: 'They are there', ...changes }) as OperationReport

test('only what was seen since then, of an allowed kind, and found people can meet a condition; the newest is offered first', () => {
  const reports = [
    report('at-the-hour'),
    report('too-early', { observedAt: instant(AFTER - 1) }),
    report('another-kind', { kind: 'ngo-hotline' as OperationReport['kind'] }),
    report('nobody-there', { finding: 'absent' }),
    report('newest', { observedAt: instant(AFTER + 60_000) }),
  ]
  expect(mayConfirm(reports, { seenAfter: new Date(AFTER).toISOString(), confirmedBy: ['inspector'] }).map(({ id }) => id)).toEqual(['newest', 'at-the-hour'])
})
