/** A line over time; `null` where there is no value. */
export interface Curve {
  readonly name: string;
  readonly look: 'planned' | 'earned' | 'actual' | 'time' | 'index' | 'faint' | 'forecast';
  readonly points: readonly (readonly [at: string, value: number | null])[];
}

/** Where a line may come to lie. */
export interface Band {
  readonly name: string;
  readonly points: readonly (readonly [at: string, low: number, high: number])[];
}

/** A point in time that matters. */
export interface Moment {
  readonly at: string;
  readonly label: string;
}
