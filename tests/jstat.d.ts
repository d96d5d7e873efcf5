/** The part of jstat that tests compare with; the package brings no types. */
declare module 'jstat' {
  interface Distribution {
    readonly sample: (first: number, second: number) => number
    readonly inv: (probability: number, first: number, second: number) => number
    readonly cdf: (value: number, first: number, second: number) => number
  }
  const jstat: {
    readonly beta: Distribution
    readonly normal: Distribution
    readonly setRandom: (next: () => number) => void
  }
  export = jstat
}
