import { Unreachable } from '../api/failure';
import { clockInWords } from '../ui/dates';
import { explain } from '../ui/failure';
import { useOnline } from '../ui/use-online';
import type { SaveState } from './use-autosave';

interface SaveNoteProps {
  readonly state: SaveState;
  /** Something is kept on this device until the server has it: then a lost network is no reason to worry. */
  readonly keptHere?: boolean;
  /** The act of which a draft is kept: that it is saved does not mean that it was done. */
  readonly draftOf?: string;
}

/** Where what was typed is, in a few words; always in the same place of a form. */
export function SaveNote({ state, keptHere = false, draftOf }: SaveNoteProps) {
  const online = useOnline();
  if (keptHere && (!online || isUnreachable(state))) {
    return (
      <span className="muted" role="status">
        {online ? '服务器没有应答' : '没有网络'}，已保存在本机，恢复后自动发送
      </span>
    );
  }
  return (
    <span className={state.kind === 'failed' ? 'save-failed' : 'muted'} role="status">
      {noteOf(state, draftOf)}
    </span>
  );
}

const isUnreachable = (state: SaveState): boolean =>
  state.kind === 'failed' && state.error instanceof Unreachable;

function noteOf(state: SaveState, draftOf?: string): string {
  switch (state.kind) {
    case 'unchanged':
      return '';
    case 'typed':
    case 'saving':
      return '正在保存……';
    case 'saved':
      return draftOf === undefined
        ? `已保存 ${clockInWords(state.at)}`
        : `草稿已保存 ${clockInWords(state.at)}，还没有${draftOf}`;
    case 'failed':
      return `尚未保存：${explain(state.error).cause}`;
  }
}
