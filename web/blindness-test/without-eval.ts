/**
 * Tells the reader of shapes (zod) not to try whether it may write code at run time: the policy of contents forbids it,
 * and the attempt alone is reported. It must be told before the first shape is made, hence a module of its own.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
