/** The address of the people who work here. */
export const PEOPLE_PATH = '/api/people'
