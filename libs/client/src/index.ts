/** A client of the public HTTP API, for the command line, acceptance runs, benchmarks and sample data. */
export {
  ApiClient,
  type BatchLine,
  type CommandOptions,
  type CommandReply,
  devToken,
  type PageOf,
  type Query,
  withQuery,
} from './api-client.ts';
export { ApiProblem, type ProblemDocument, problemOf } from './problem.ts';
export { NotReachable, reach } from './reach.ts';
