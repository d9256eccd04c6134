import { useSyncExternalStore } from 'react';

interface Told {
  readonly id: number;
  readonly text: string;
}

const SHOWN_MS = 8_000;
let last = 0;
let told: readonly Told[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Told[]): void {
  told = next;
  for (const listener of listeners) listener();
}

/** Says what has happened, in the words of the thing: `已准予备案，编号 610116-YL-2026-0042。` Read out to those who listen. */
export function tell(text: string): void {
  const id = (last += 1);
  change([...told, { id, text }]);
  setTimeout(() => change(told.filter((one) => one.id !== id)), SHOWN_MS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where it is said: once in the frame. */
export function ToldHere() {
  const shown = useSyncExternalStore(subscribe, () => told);
  return (
    <div className="told" role="status" aria-live="polite">
      {shown.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
