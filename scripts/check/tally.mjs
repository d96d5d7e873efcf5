/** Nothing counted yet. */
export const NONE = { passed: 0, failed: 0, skipped: 0 }

export const sum = (tallies) =>
  tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), NONE)

/** The one line at the end. What was skipped is said only where something was. */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
