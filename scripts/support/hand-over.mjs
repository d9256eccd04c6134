import Module from 'node:module';

/**
 * Goes on as `node <main> …args` in this same process: signals, exit code, stdin and stdout belong to the program
 * itself, and nothing stays between it and whoever started it.
 */
export function handOver(main, args) {
  process.argv = [process.argv[0], main, ...args];
  process.setSourceMapsEnabled(true);
  Module.runMain();
}
