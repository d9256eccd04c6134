import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  lstat,
  mkdir,
  open,
  opendir,
  readFile,
  realpath,
  rename,
  rm,
  type FileHandle,
} from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from '@zhaoguan/platform';
import {
  isCaseFileName,
  isPlainFileName,
  isUnfinished,
  SUBFOLDERS,
  type Subfolder,
} from '../domain/folder-names';
import { FolderFault, UnreadableFile } from './folder-fault';

/** A file in `in`, and which it is: one that still grows, or was replaced, has another mark. */
export interface FoundFile {
  readonly name: string;
  readonly mark: string;
}

/** Files in one look; the rest waits for the next. */
const MOST_FILES = 500;
const OWN_DRAFT = /^\.zhaoguan-[0-9a-f-]{36}\.tmp$/;
/** Never through a link in the last place, never waiting for the other end of a pipe. */
const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The folder of one partner. Others write in it, so nothing in it is believed: folders must be folders, files are opened without
 * following links and looked at once they are open, and names are one plain part.
 */
export class PartnerFolder {
  private constructor(private readonly path: string) {}

  /**
   * @param made whether it has been there before: then it is not made anew, for it may lie on a share that is not mounted
   * @throws FolderFault
   */
  static async open(root: string, name: string, made: boolean): Promise<PartnerFolder> {
    const real = await realpath(root).catch((cause: unknown) => {
      throw new FolderFault('ROOT_MISSING', { cause });
    });
    const folder = new PartnerFolder(join(real, name));
    if (!made) await makeFolder(folder.path);
    await requireFolder(folder.path);
    for (const sub of SUBFOLDERS) {
      await makeFolder(join(folder.path, sub));
      await requireFolder(join(folder.path, sub));
    }
    return folder;
  }

  /** Finished files by name, and how many can never be taken: links, pipes, folders, names that are none. */
  async look(): Promise<{ readonly files: readonly FoundFile[]; readonly ignored: number }> {
    const files: FoundFile[] = [];
    let ignored = 0;
    for await (const { name } of await opendir(await this.sub('in'))) {
      if (isUnfinished(name)) continue;
      const mark = isCaseFileName(name) ? await this.markOf(name) : undefined;
      if (mark === undefined) ignored += 1;
      else files.push({ name, mark });
      if (files.length === MOST_FILES) break;
    }
    return { files: files.sort((one, other) => (one.name < other.name ? -1 : 1)), ignored };
  }

  /** Which file it is; undefined when it is none of ours to read. A second name of a file elsewhere is none either. */
  async markOf(name: string): Promise<string | undefined> {
    const found = await lstat(join(this.path, 'in', name), { bigint: true }).catch(unlessGone);
    if (!found?.isFile() || found.nlink !== 1n) return undefined;
    return `${found.ino}:${found.size}:${found.mtimeNs}`;
  }

  /**
   * The file, open; undefined where there is no plain file. The caller closes it.
   * @throws UnreadableFile when its owner has kept it from us
   */
  async read(sub: 'in' | 'materials', name: string): Promise<FileHandle | undefined> {
    if (!isPlainFileName(name)) return undefined;
    const path = join(await this.sub(sub), name);
    const file = await open(path, READ_ONLY).catch((error: NodeJS.ErrnoException) =>
      unlessNoFile(error, path),
    );
    if (!file) return undefined;
    const [opened, there] = [await file.stat(), await lstat(path).catch(unlessGone)];
    await this.sub(sub);
    const same = there?.ino === opened.ino && there.dev === opened.dev;
    if (opened.isFile() && opened.nlink === 1 && same) return file;
    await file.close();
    return undefined;
  }

  /** Under its name it is complete: written beside, flushed, renamed. */
  async write(sub: 'out' | '', name: string, text: string): Promise<void> {
    const folder = sub === '' ? this.path : await this.sub(sub);
    const draft = join(folder, `.zhaoguan-${randomUUID()}.tmp`);
    const file = await open(draft, 'wx', 0o660);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, name));
    await flushFolder(folder);
  }

  /** Written only where it says something else, so that its time tells when it last changed. */
  async keep(name: string, text: string): Promise<void> {
    const path = join(this.path, name);
    const found = await lstat(path).catch(unlessGone);
    // What a partner has laid there in its place may have any size: it is not read to be told apart.
    const like = found?.isFile() && found.size === Buffer.byteLength(text);
    const before = like ? await readFile(path, 'utf8') : undefined;
    if (before !== text) await this.write('', name, text);
  }

  /** Takes a file that has been read out of `in`; one that was replaced meanwhile stays, to be read itself. */
  async file({ name, mark }: FoundFile, sub: 'done' | 'failed', as: string): Promise<void> {
    if ((await this.markOf(name)) !== mark) return;
    await rename(join(await this.sub('in'), name), join(await this.sub(sub), as));
    await flushFolder(join(this.path, sub));
  }

  /** What a killed process was writing. */
  async removeDrafts(): Promise<void> {
    for (const folder of [this.path, await this.sub('out')])
      for await (const { name } of await opendir(folder))
        if (OWN_DRAFT.test(name)) await rm(join(folder, name), { force: true });
  }

  private async sub(sub: Subfolder): Promise<string> {
    await requireFolder(this.path);
    await requireFolder(join(this.path, sub));
    return join(this.path, sub);
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, 0o770).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** @throws FolderFault when it is gone, a file, or a link to elsewhere */
async function requireFolder(path: string): Promise<void> {
  const found = await lstat(path).catch(unlessGone);
  if (!found) throw new FolderFault('GONE');
  if (!found.isDirectory()) throw new FolderFault('NOT_A_FOLDER');
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/**
 * Gone, a link, or a socket.
 * @throws UnreadableFile when the folder lets us see it, and the file itself not open it
 */
async function unlessNoFile(error: NodeJS.ErrnoException, path: string): Promise<undefined> {
  const { code = '' } = error;
  if (['ENOENT', 'ELOOP', 'ENXIO'].includes(code)) return;
  if (!['EACCES', 'EPERM'].includes(code)) throw error;
  if (await lstat(path).catch(unlessGone)) throw new UnreadableFile({ cause: error });
}
