/** An id that says nothing of whom or what it names, drawn by the platform that runs the page. It needs no module of Node. */
export const newId = (): string => globalThis.crypto.randomUUID()
