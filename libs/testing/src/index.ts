export * from './servers';
export * from './database';
export * from './test-app';
export * from './many-institutions';
export * from './rows-read';
export * from './worker-process';
export * from './directory-file';
export * from './eventually';
