import { Button, Input } from 'antd';
import { useId, useState, type FocusEvent } from 'react';
import type { Noting } from './noting';
import { TooLong } from '../../../shared/form/too-long';

interface NoteFieldProps {
  /** What the note is about: a field's label or a material's name. */
  readonly place: string;
  readonly pointer: string;
  readonly noting: Noting;
}

const MOST_CHARACTERS = 500;

/** A note at one place of the filing (批注): opened by a button, kept until the filing is returned or the note withdrawn, which can be undone. */
export function NoteField({ place, pointer, noting: { remarks, note, mayNote } }: NoteFieldProps) {
  const id = useId();
  const noted = remarks.find((remark) => remark.pointer === pointer)?.message ?? '';
  const [open, setOpen] = useState(false);
  /** Who has withdrawn a note by the keyboard is at the button again, not at the top of the page. */
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  if (!open && noted === '') {
    if (!mayNote(pointer)) return null;
    return (
      <>
        <Button
          size="small"
          type="text"
          className="note-open"
          aria-label={`批注：${place}`}
          autoFocus={withdrawn !== null}
          onClick={() => setOpen(true)}
        >
          批注
        </Button>
        {withdrawn && (
          <p className="muted" role="status">
            批注已撤回。
            <Button size="small" aria-label={`恢复批注：${place}`} onClick={() => note(pointer, withdrawn)}>
              恢复
            </Button>
          </p>
        )}
      </>
    );
  }
  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    setWithdrawn(null);
    if (noted === '' && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  const withdraw = () => {
    note(pointer, '');
    setOpen(false);
    setWithdrawn(noted);
  };
  return (
    <div className="note" onBlur={leave}>
      <label htmlFor={id}>补正意见</label>
      <Input.TextArea
        id={id}
        value={noted}
        autoFocus={noted === ''}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder="写明哪里不对、要改成什么样"
        onChange={(event) => note(pointer, event.target.value)}
      />
      <TooLong text={noted} max={MOST_CHARACTERS} />
      <Button size="small" aria-label={`撤回批注：${place}`} onClick={withdraw}>
        撤回批注
      </Button>
    </div>
  );
}
