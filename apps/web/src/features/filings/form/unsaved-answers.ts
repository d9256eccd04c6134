import { KeptHere } from '../../../shared/session/kept-here';
import type { Filing } from '../queries';

/** Answers that the server does not have, by the pointer of their field. */
export type Answers = ReadonlyMap<string, unknown>;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps on this device what the server does not have of a filing, until it has it: a row that is half filled in is there
 * again after a reload. Numbers of persons stay in the tab and go with it.
 */
export class UnsavedAnswers {
  private readonly plain: KeptHere;
  private readonly personal: KeptHere;
  private readonly seen: KeptHere;

  constructor(
    personId: string,
    { id, round }: Pick<Filing, 'id' | 'round'>,
    private readonly isPersonal: (pointer: string) => boolean,
    device: Store = localStorage,
    tab: Store = sessionStorage,
  ) {
    // What was left behind before it was handed in has nothing to say to what has come back.
    const name = `filing:${id}:${round}`;
    this.plain = new KeptHere(personId, name, device);
    this.personal = new KeptHere(personId, name, tab);
    this.seen = new KeptHere(personId, `${name}:seen`, device);
  }

  read(): Answers {
    return new Map([...entriesOf(this.plain.read()), ...entriesOf(this.personal.read())]);
  }

  /** What the server held where something was typed: it tells whether somebody has changed it meanwhile. */
  readSeen(): Answers {
    return new Map(entriesOf(this.seen.read()));
  }

  writeSeen(seen: Answers): void {
    const plain = [...seen].filter(([pointer]) => !this.isPersonal(pointer));
    this.seen.write(plain.length ? Object.fromEntries(plain) : undefined);
  }

  write(answers: Answers): void {
    const [personal, plain] = [true, false].map((wanted) =>
      [...answers].filter(([pointer]) => this.isPersonal(pointer) === wanted),
    );
    this.plain.write(plain?.length ? Object.fromEntries(plain) : undefined);
    this.personal.write(personal?.length ? Object.fromEntries(personal) : undefined);
  }
}

function entriesOf(kept: unknown): [string, unknown][] {
  if (typeof kept !== 'object' || kept === null) return [];
  return Object.entries(kept).filter(([pointer]) => pointer.startsWith('/institution/'));
}
