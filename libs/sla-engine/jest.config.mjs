import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'sla-engine', rootDir: import.meta.dirname };
