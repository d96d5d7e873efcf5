import { Term } from './term.tsx'

/** A heading with its word of the glossary beside it and not in it, so that what it heads is called by the heading alone. */
export function Heading({ level, id, term, children }: { readonly level: 2 | 3; readonly id: string; readonly term?: string; readonly children: string }) {
  const Level = `h${level}` as const
  return (
    <div className="heading">
      <Level id={id}>{children}</Level>
      {term && <Term of={term} />}
    </div>
  )
}
