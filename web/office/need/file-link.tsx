import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Leads to a file, from what the ledger calls it. */
export function FileLink({ file, children }: { readonly file: string; readonly children: ReactNode }) {
  const [kind, id = ''] = file.split('/')
  if (kind === 'plan') return <Link to="/plans/$plan" params={{ plan: id }}>{children}</Link>
  if (kind === 'source') return <Link to="/sources/$source" params={{ source: id }}>{children}</Link>
  return <Link to="/sites/$site" params={{ site: id }}>{children}</Link>
}
