import preset, { withPostgres } from '../../jest.preset.mjs';

export default { ...preset, ...withPostgres, displayName: 'event-store', rootDir: import.meta.dirname };
