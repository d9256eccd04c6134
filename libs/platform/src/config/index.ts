export * from './config';
export * from './config-error';
export { prepareDataFolder } from './data-folder';
export * from './explain-start';
export * from './secrets';
