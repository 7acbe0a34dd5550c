import base from './jest.config.js';

/** Tests on the real control plane: one cluster serves the whole run. */
export default {
  ...base,
  testMatch: ['<rootDir>/__tests__/cluster/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/__tests__/cluster/support/globalSetup.ts',
  globalTeardown: '<rootDir>/__tests__/cluster/support/globalTeardown.ts',
  testTimeout: 120_000,
  // Two cores: they wait for the cluster much of their time.
  maxWorkers: 4,
};
