/** The address of the session: who is signed in here. */
export const SESSION_PATH = '/api/session'

/** Another's service by which people show who they are. */
export const ACCOUNT_PATH = `${SESSION_PATH}/account`

/** How whoever is signed in signs in, and where. */
export const WAYS_PATH = `${SESSION_PATH}/ways`
