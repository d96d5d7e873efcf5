import { useSay } from '../../../../ui/say.tsx'
import { Mark, type Standing } from '../../../../ui/mark.tsx'

type RiskBand = 'low' | 'medium' | 'high' | 'stop'

/** Severity by likelihood, five by five, in the bands that are common practice; unverified, and an order of attention and no more. */
function bandOf(severity: number, likelihood: number): RiskBand | null {
  const product = severity * likelihood
  if (!(product >= 1 && product <= 25)) return null
  if (product > 16) return 'stop'
  if (product > 9) return 'high'
  return product > 4 ? 'medium' : 'low'
}

const MARKS = { low: 'not-found', medium: 'partly', high: 'fails', stop: 'found' } as const satisfies Record<RiskBand, Standing>

/** How much attention a risk asks for, in a word with its mark and its figures. */
export function RiskLevel({ severity, likelihood }: { readonly severity: number; readonly likelihood: number }) {
  const say = useSay()
  const band = bandOf(severity, likelihood)
  if (band === null) return <span className="not-said"><Mark of="unknown" /> {say('plan-page.not-said')}</span>
  return <span className={`risk-level risk-${band}`}><Mark of={MARKS[band]} /> {say(`risk.${band}`)} <span className="hint">{say('plan-page.of-25', { product: severity * likelihood })}</span></span>
}
