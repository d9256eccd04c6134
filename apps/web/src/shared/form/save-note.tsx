import { clockInWords } from '../ui/dates';
import { explain } from '../ui/failure';
import type { SaveState } from './use-autosave';

/** Where what was typed is, in a few words; always in the same place of a form. */
export function SaveNote({ state }: { readonly state: SaveState }) {
  return (
    <span className={state.kind === 'failed' ? 'save-failed' : 'muted'} role="status">
      {noteOf(state)}
    </span>
  );
}

function noteOf(state: SaveState): string {
  switch (state.kind) {
    case 'unchanged':
      return '';
    case 'typed':
    case 'saving':
      return '正在保存……';
    case 'saved':
      return `已保存 ${clockInWords(state.at)}`;
    case 'failed':
      return `尚未保存：${explain(state.error).cause}`;
  }
}
