/**
 * What somebody has written and the server does not have, on this device: it survives a reload and ends with the
 * sign-in, for the next at the window of an office is somebody else.
 */
const PREFIX = 'zhaoguan-kept:';
/** Names of files whose upload broke off, kept by the library that goes on with them. */
const UPLOADS = 'tus::';

/** Text under one name, of one person. Where the browser keeps nothing, nothing is kept: the page still warns before it is left. */
export class KeptHere {
  private readonly key: string;

  constructor(
    personId: string,
    name: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
  ) {
    this.key = `${PREFIX}${personId}:${name}`;
  }

  /** Undefined when nothing is kept that can be read. */
  read(): unknown {
    try {
      const text = this.storage.getItem(this.key);
      return text === null ? undefined : (JSON.parse(text) as unknown);
    } catch {
      return undefined;
    }
  }

  /** @param value undefined forgets it */
  write(value: unknown): void {
    try {
      if (value === undefined) this.storage.removeItem(this.key);
      else this.storage.setItem(this.key, JSON.stringify(value));
    } catch {
      // Full, or switched off.
    }
  }
}

/** At the sign-out. */
export function forgetKeptHere(storages: readonly Storage[] = [localStorage, sessionStorage]): void {
  for (const storage of storages) {
    const kept = Object.keys(storage).filter((key) => key.startsWith(PREFIX) || key.startsWith(UPLOADS));
    for (const key of kept) storage.removeItem(key);
  }
}
