/** Folders of a partner: where it lays cases and their materials, where it reads, and where files go that were read. */
export const SUBFOLDERS = ['in', 'materials', 'out', 'done', 'failed'] as const;
export type Subfolder = (typeof SUBFOLDERS)[number];

/** What a partner's folder may be called below EXCHANGE_FOLDER: no separator, no dot, nothing that a disk spells in two ways. */
export const FOLDER_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Room for what is put before and behind it: file systems take 255 bytes. */
const LONGEST_NAME_BYTES = 200;
/** Separators, what Windows does not take, what nobody sees or what turns the order round, and names that a disk has mangled. */
const UNUSABLE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\ufffd]/u;
/** Still being written (.tmp, .part, a name with a leading dot), or laid there by Windows, macOS or Excel for itself. */
const UNFINISHED = /^[.~]|^(?:thumbs\.db|desktop\.ini)$|\.(?:tmp|part|partial|crdownload)$/i;

/** The name of one file in a folder, never a path that leads elsewhere. */
export function isPlainFileName(name: string): boolean {
  return (
    name !== '' &&
    name === name.trim() &&
    !name.startsWith('.') &&
    !UNUSABLE.test(name) &&
    Buffer.byteLength(name) <= LONGEST_NAME_BYTES
  );
}

/** A file with cases. */
export const isCaseFileName = (name: string): boolean => isPlainFileName(name) && /\.csv$/i.test(name);

/** Left alone without a word. */
export const isUnfinished = (name: string): boolean => UNFINISHED.test(name);

/** `20261124-100000` in Shanghai: files of one name stay apart, and sort by time. */
function stampOf(at: Date): string {
  const shanghai = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return shanghai.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}

/** What a file is called once it has been read. */
export const filedName = (name: string, seenAt: Date): string => `${stampOf(seenAt)}-${name}`;

/** The report on a file. */
export const reportName = (name: string, seenAt: Date): string => `report-${filedName(name, seenAt)}`;

/** Numbered from 1 without gaps: who has one knows whether one before it is missing. */
export const changesName = (number: number): string => `changes-${String(number).padStart(10, '0')}.csv`;
