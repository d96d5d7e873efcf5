import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import type { Sent } from '../../../../wire/api.ts'
import type { ImportShape } from '../../../../wire/office/site-answers.ts'

type Imported = Sent<typeof ImportShape>

/** Each row of a table: read, or what is wrong with it, in which column, and what was expected there. */
export function ImportRows({ imported: { rows, kept, preview } }: { readonly imported: Imported }) {
  const say = useSay()
  const wrong = rows.filter(({ problems }) => problems.length > 0).length
  return (
    <section className="import-rows" aria-labelledby="import-rows">
      <h2 id="import-rows">{say('import.rows')}</h2>
      <p role="status"><strong>{preview === 'no' ? say('import.kept', { kept, rows: rows.length }) : say('import.read', { good: rows.length - wrong, wrong })}</strong></p>
      {wrong > 0 && <p className="runs-out">{say(preview === 'no' ? 'import.wrong-left-out' : 'import.wrong-will-be-left-out', { wrong })}</p>}
      <table>
        <thead><tr><th scope="col" className="number">{say('import.row')}</th><th scope="col">{say('import.standing')}</th><th scope="col">{say('import.report')}</th></tr></thead>
        <tbody>
          {rows.toSorted((a, b) => Number(a.problems.length === 0) - Number(b.problems.length === 0) || a.row - b.row).map((row) => (
            <tr key={row.row}>
              <td className="number">{row.row}</td>
              <td>{row.problems.length === 0 ? <><Mark of="holds" /> {say('import.row-read')}</> : <Problems problems={row.problems} />}</td>
              <td><bdi dir="ltr">{row.report ?? '–'}</bdi></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Problems({ problems }: { readonly problems: Imported['rows'][number]['problems'] }) {
  const say = useSay()
  return (
    <ul className="lines">
      {problems.map(({ column, problem, expected }) => (
        <li key={`${column} ${problem}`}><Mark of="fails" /> <strong><bdi dir="ltr">{column}</bdi></strong> <span>{problem}</span>{expected !== null && <span className="hint"> {say('office.expected')} <bdi>{expected}</bdi></span>}</li>
      ))}
    </ul>
  )
}
