export * from './config';
export * from './explain-start';
export * from './secrets';
