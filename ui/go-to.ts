/** Goes to a part of the page and puts the keyboard there, without a trace in the history. */
export function goTo(id: string): void {
  const part = document.getElementById(id)
  if (!part) return
  part.scrollIntoView({ block: 'start' })
  if (!part.hasAttribute('tabindex')) part.setAttribute('tabindex', '-1')
  part.focus({ preventScroll: true })
}
