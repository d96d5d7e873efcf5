/** The address of the people who work here. */
export const PEOPLE_PATH = '/api/people'

/** The address of the browsers people sign in from. */
export const DEVICES_PATH = '/api/devices'

/** The address of those of one's own organisation for whom nobody has vouched yet. */
export const WAITING_PATH = `${PEOPLE_PATH}/waiting`

/** The address of the organisations that work here. */
export const ORGANISATIONS_PATH = '/api/organisations'
