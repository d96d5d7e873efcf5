import { instant, type Instant } from '../core/kernel/instant.ts'

/** What time it is, as whoever asks is told. Tests give their own. */
export type Clock = () => Instant

export const wallClock: Clock = () => instant(Date.now())
