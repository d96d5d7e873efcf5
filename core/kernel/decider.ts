/**
 * How every slice of the domain makes up its mind.
 *
 * A decider is three pure things: the state a stream begins in, what may be decided from a state, and what a state
 * becomes once a fact is known. It reads no clock, no store and no network; whatever it needs arrives as an
 * argument, so the same code runs on the server, in the office and in a van with no signal.
 */
export interface Decider<State, Command, Fact, Refusal> {
  readonly initial: State
  readonly decide: (command: Command, state: State) => Decision<Fact, Refusal>
  readonly evolve: (state: State, fact: Fact) => State
}

/** Either the facts that follow from a command, or the one reason why none do. */
export type Decision<Fact, Refusal> =
  | { readonly accepted: true; readonly facts: readonly Fact[] }
  | { readonly accepted: false; readonly refusal: Refusal }

export const accept = <Fact>(...facts: readonly Fact[]): Decision<Fact, never> => ({ accepted: true, facts })

export const refuse = <Refusal>(refusal: Refusal): Decision<never, Refusal> => ({ accepted: false, refusal })

/** The state of a stream, from everything that has happened in it so far. */
export const fold = <State, Fact>(
  decider: { readonly initial: State; readonly evolve: (state: State, fact: Fact) => State },
  facts: readonly Fact[],
): State => facts.reduce(decider.evolve, decider.initial)
