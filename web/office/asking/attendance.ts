/** What a person does at a page. */
export const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** What is asked longer after the last sign of life was asked by the page itself. */
const ALONE_AFTER_MS = 60_000

let last = Date.now()
for (const sign of SIGNS_OF_LIFE) globalThis.addEventListener?.(sign, () => (last = Date.now()), { passive: true, capture: true })

/** Whether nobody is at this page: then what it asks by itself must not keep the session alive. */
export const isUnattended = (): boolean => Date.now() - last > ALONE_AFTER_MS
