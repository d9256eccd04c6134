import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Noting } from './noting';

interface NoteFieldProps {
  /** What the note is about: a field's label or a material's name. */
  readonly place: string;
  readonly pointer: string;
  readonly noting: Noting;
}

const MOST_CHARACTERS = 500;

/** A note at one place of the filing (批注): opened by a button, kept until the filing is returned. */
export function NoteField({ place, pointer, noting: { remarks, note } }: NoteFieldProps) {
  const id = useId();
  const noted = remarks.find((remark) => remark.pointer === pointer)?.message ?? '';
  const [open, setOpen] = useState(false);
  if (!open && noted === '') {
    return (
      <Button
        size="small"
        type="text"
        className="note-open"
        aria-label={`批注：${place}`}
        onClick={() => setOpen(true)}
      >
        批注
      </Button>
    );
  }
  return (
    <div className="note">
      <label htmlFor={id}>补正意见</label>
      <Input.TextArea
        id={id}
        value={noted}
        autoFocus={noted === ''}
        maxLength={MOST_CHARACTERS}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder="写明哪里不对、要改成什么样"
        onChange={(event) => note(pointer, event.target.value)}
        onBlur={() => noted.trim() === '' && setOpen(false)}
      />
    </div>
  );
}
