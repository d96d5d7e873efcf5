/** What the server says while a code is still to come; what was right before it is kept meanwhile. */
export const OF_THE_CODE: readonly string[] = ['session/code-needed', 'session/code-wrong']
