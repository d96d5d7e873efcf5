export const POLICY_PATH = '/api/policy'

/** The stream of the policy of the unit. */
export const POLICY_STREAM = 'policy/unit'
