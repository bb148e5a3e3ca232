import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'performance-engine', rootDir: import.meta.dirname };
