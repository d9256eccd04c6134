export * from './servers';
export * from './database';
export * from './test-app';
