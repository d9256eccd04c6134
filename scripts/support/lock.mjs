import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const ABANDONED_AFTER_MS = 20 * 60 * 1000;

/** Runs work while no other process of this checkout does the same; waits for the other, not for a dead one. */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!take(path)) {
    if (!told) process.stderr.write('另一个命令正在准备，等待它完成 …\n');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const content = readIfThere(path);
  if (isAbandoned(path, content)) moveAway(path, content);
  return false;
}

function isAbandoned(path, content) {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return false;
  const age = Date.now() - changed;
  const pid = Number(content);
  // Empty for the moment between making the file and writing the number.
  if (!pid) return age > 1000;
  return pid === process.pid || !isAlive(pid) || age > ABANDONED_AFTER_MS;
}

/** Puts the file back when somebody else had replaced it since it was read. */
function moveAway(path, expected) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') === expected) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
