import { Mark } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from './assessed.ts'

/** Where it was read, and how near to the event. What nobody here has read is unverified, and says so. */
export function Sources() {
  const say = useSay()
  const { operation: { sources } } = useAssessed()
  return (
    <section id="sources" aria-labelledby="sources-title" className="part">
      <h2 id="sources-title">{say('sources.title')}</h2>
      {sources.length === 0 && <p className="nothing-known">{say('sources.none')}</p>}
      <ul className="sources">
        {sources.map(({ id, title, publisher, date, reading }) => (
          <li key={id}>
            <strong>{title}</strong> {publisher}
            {date !== 'unknown' && `, ${date}`}
            <span className={reading === 'memory' ? 'unverified' : 'state'}>
              {reading === 'memory' && <Mark of="unknown" />} {say(`reading.${reading}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
