import 'reflect-metadata';
import { COMMANDS } from './commands';
import { runCommand } from './run-command';

const io = { stdout: process.stdout, stderr: process.stderr };

runCommand(COMMANDS, process.argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    io.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  },
);
