import preset, { withPostgres } from '../../jest.preset.mjs';

export default { ...preset, ...withPostgres, displayName: 'projections', rootDir: import.meta.dirname };
