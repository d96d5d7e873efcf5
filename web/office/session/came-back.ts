/** Whether the browser has just come back from another's service. It is told once: whoever loads the page again has not. */
export function cameBack(): boolean {
  const address = new URL(window.location.href)
  if (address.searchParams.get('account') !== 'back') return false
  address.searchParams.delete('account')
  window.history.replaceState(window.history.state, '', address)
  return true
}

/** Leaves this page for the service. */
export const goThere = (address: string): void => window.location.assign(address)
