/** The kinds of place where people are held or made to work; of both commercial sex and labour. Source: the fact sheet of 2010, SD-2. */
export const VENUES = [
  'short-let', 'escort', 'fixed-commercial-sex', 'construction-or-farm',
  'resident-workshop', 'domestic', 'scam-compound', 'vessel',
] as const
export type Venue = (typeof VENUES)[number]
