import { z } from 'zod'

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** The most of a smallest unit that a number holds exactly, and far more than anybody is paid. */
const MOST_MINOR = 1e12

/** Money in the smallest unit of its currency: 5000 and EUR are fifty euros. */
export const MoneyShape = z.strictObject({
  minor: z.int().min(1).max(MOST_MINOR).meta({ description: 'In the smallest unit of the currency' }),
  currency: z.string().regex(/^[A-Z]{3}$/).refine((code) => CURRENCIES.has(code), 'a currency of ISO 4217, such as EUR').meta({ description: 'ISO 4217' }),
})
