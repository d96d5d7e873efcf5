/** How many figures stand behind the point in a currency: two in euros, none in yen. */
const figuresIn = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Currencies of ISO 4217, as this browser knows them. */
export const CURRENCIES: readonly string[] = Intl.supportedValuesOf('currency')

/** A sum as it is typed, in the smallest unit of its currency; null where it is none, or finer than the currency. */
export function minorOf(typed: string, currency: string): number | null {
  const [, whole, part = ''] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(typed.trim().replaceAll(' ', '')) ?? []
  const figures = figuresIn(currency)
  if (whole === undefined || part.length > figures) return null
  const minor = Number(`${whole}${part.padEnd(figures, '0')}`)
  return minor > 0 ? minor : null
}

/** A sum as it is read. */
export const moneyText = ({ minor, currency }: { readonly minor: number; readonly currency: string }, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code' }).format(minor / 10 ** figuresIn(currency))
