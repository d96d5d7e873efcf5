/** The code is wrong. Thrown, never answered with; one handler logs it and answers with a reference. */
export class Defect extends Error {
  override readonly name = 'Defect'
}

/** Makes a switch complete: a case nobody thought of does not compile. */
export function never(value: never): never {
  throw new Defect(`a case was not thought of: ${String(value)}`)
}
