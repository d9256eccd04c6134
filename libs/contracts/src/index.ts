export * from './kinds';
export * from './permissions';
export * from './errors';
export * from './events';
export * from './jobs';
export * from './caller';
export * from './theme';
export * from './reference';
