import type { BadInput } from '../../wire/reading/bad-input.ts'
import { useSay } from '../../ui/say.tsx'

/** Why a file was not read: each problem at its line, with what stands there and what was expected. What was entered before stays. */
export function Unreadable({ bad, onClose }: { readonly bad: readonly BadInput[]; readonly onClose: () => void }) {
  const say = useSay()
  return (
    <section className="unreadable" role="alert" aria-labelledby="unreadable">
      <h3 id="unreadable">{say('file.not-read', { file: bad[0]?.file ?? '' })}</h3>
      <p>{say('file.kept')}</p>
      <ol>
        {bad.map(({ line, column, path, problem, expected }, at) => (
          <li key={at}>
            {line !== null && <span className="where">{say('file.at', { line, column: column ?? 1 })}</span>}
            <span>
              {path !== '' && <code dir="ltr">{path}</code>} {problem}.
              {expected !== null && <span className="expected"> {say('file.expected', { expected })}</span>}
            </span>
          </li>
        ))}
      </ol>
      <button type="button" onClick={onClose}>{say('term.close')}</button>
    </section>
  )
}
