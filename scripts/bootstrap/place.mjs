import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder, wherever it stands and whatever it is called. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
