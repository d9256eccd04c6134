const DATABASE = 'zhaoguan-kept-files';
const STORE = 'files';
const OWNER = 'owner';

/** A file that the server does not have, with what it belongs to. */
export interface KeptFile {
  readonly key: string;
  readonly subject: string;
  readonly file: File;
}

type Row = KeptFile & { readonly [OWNER]: string };

/**
 * Files under one name, of one person, in the database of the browser: they are there again after a reload, until the server
 * has them or the person signs out. Each call opens it anew, so that no page stands in the way of the sign-out.
 */
export class KeptFiles {
  private readonly owner: string;

  constructor(personId: string, name: string) {
    this.owner = `${personId}:${name}`;
  }

  /** @throws when the browser keeps nothing */
  async read(): Promise<readonly KeptFile[]> {
    return transact('readonly', (store) => store.index(OWNER).getAll(this.owner) as IDBRequest<Row[]>);
  }

  /** @throws when the device is full, or the browser keeps nothing */
  async add({ key, subject, file }: KeptFile): Promise<void> {
    const row: Row = { key, subject, file, [OWNER]: this.owner };
    await transact('readwrite', (store) => store.put(row));
  }

  async remove(key: string): Promise<void> {
    await transact('readwrite', (store) => store.delete(key));
  }
}

/** At the sign-out. */
export function forgetKeptFiles(): void {
  indexedDB.deleteDatabase(DATABASE);
}

async function transact<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    await settled(transaction);
    return request.result;
  } finally {
    database.close();
  }
}

/** Kept is what has been written, not what has been asked for. */
function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => {
      const store = request.result.createObjectStore(STORE, { keyPath: 'key' });
      store.createIndex(OWNER, OWNER);
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}
