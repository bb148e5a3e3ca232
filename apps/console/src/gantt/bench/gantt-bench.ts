/** What the bench calls in this page. */
export interface GanttBench {
  /** Milliseconds from the call to the second frame after it: the chart is on the screen then. */
  readonly mount: (rows: number) => Promise<number>;
  /** Milliseconds between frames while the rows run past. */
  readonly scroll: (frames: number, pixels: number) => Promise<readonly number[]>;
  readonly unmount: () => void;
}
