import preset, { withPostgres } from '../../jest.preset.mjs';

export default {
  ...preset,
  ...withPostgres,
  displayName: 'messaging',
  // A group that waits for a silent member on Kafka waits for the end of its session.
  testTimeout: 40_000,
  rootDir: import.meta.dirname,
};
