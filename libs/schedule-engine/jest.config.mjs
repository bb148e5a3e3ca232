import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'schedule-engine', rootDir: import.meta.dirname };
