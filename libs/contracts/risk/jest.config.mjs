import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'contracts-risk', rootDir: import.meta.dirname };
