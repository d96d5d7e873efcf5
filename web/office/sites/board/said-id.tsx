import { useHandle } from '../../../reading/report-name.ts'

/** A report as people call it; its id where somebody looks for it. */
export function SaidId({ id }: { readonly id: string }) {
  const handle = useHandle()
  return <bdi dir="ltr" title={id}>{handle(id)}</bdi>
}
