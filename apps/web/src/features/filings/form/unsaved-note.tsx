import { eachOnce, type HeldBack } from './held-back';

interface UnsavedNoteProps {
  readonly held: readonly HeldBack[];
  /** Leads to the place itself. */
  readonly onGo: (pointer: string) => void;
}

/** In the place where else the page says that everything is saved: how much is not, with the way to the first of it. */
export function UnsavedNote({ held: all, onGo }: UnsavedNoteProps) {
  const held = eachOnce(all);
  const [first] = held;
  if (!first) return null;
  return (
    <span className="save-failed" role="status">
      ■ 有 {held.length} 处没有保存{' '}
      <button type="button" className="link-button" onClick={() => onGo(first.at)}>
        去改正
      </button>
    </span>
  );
}

/** What of it stands on the step, below the fields: above them it would push away the one that is being written in. */
export function UnsavedList({ held: all, onGo }: UnsavedNoteProps) {
  const held = eachOnce(all);
  if (held.length === 0) return null;
  return (
    <section className="fault-summary unsaved-list" aria-label="没有保存的内容">
      <strong>下面 {held.length} 处还没有保存到服务器，先留在这台设备上，改正以后自动保存：</strong>
      <ul>
        {held.map(({ at, text }) => (
          <li key={text}>
            <button type="button" className="link-button" onClick={() => onGo(at)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
