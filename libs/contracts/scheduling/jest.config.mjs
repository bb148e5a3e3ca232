import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'contracts-scheduling', rootDir: import.meta.dirname };
