import type { LocatedProblem, Refusal } from '../asking/refusal.ts'

/** The attribute by which a field is found again: its place in what is sent, such as `measures[2].owner`. */
export const PLACE = 'data-place'

/** Puts the keyboard where something is wrong. */
export function goToPlace(path: string): void {
  fieldAt(path)?.focus()
}

const fieldAt = (path: string): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>(`[${PLACE}]`)].find((one) => one.getAttribute(PLACE) === path)

/** What a place is called on the page, without the word of the glossary beside it; its path where it has no field here. */
export function nameOfPlace(path: string): string {
  const field = fieldAt(path)
  const label = field?.matches('[type=radio], [type=checkbox]') ? field.closest('fieldset')?.querySelector('legend') : document.querySelector(`label[for="${field?.id}"]`)
  const words = [...(label?.childNodes ?? [])].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent).join('').trim()
  return words || label?.textContent.trim() || path
}

/** What is wrong at a place. */
export const problemAt = (refusal: Refusal | null, path: string): LocatedProblem | undefined => refusal?.problems.find((one) => one.path === path)
