import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'contracts-reporting', rootDir: import.meta.dirname };
