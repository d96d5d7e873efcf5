import { USUAL_LOOK, type Look } from '../../../core/kernel/access.ts'
import type { Colleague } from '../session/use-session.ts'

/** What the bar begins with: what somebody in this role mostly looks for, where the policies let them; null for whoever opens no case. */
export function beginsWith({ role, looks }: Pick<Colleague, 'role' | 'looks'>): Look | null {
  if (role === 'administrator') return null
  return looks.includes(USUAL_LOOK[role]) ? USUAL_LOOK[role] : (looks[0] ?? null)
}
