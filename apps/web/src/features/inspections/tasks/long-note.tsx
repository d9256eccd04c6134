import { useState } from 'react';

const SHOWN = 200;

interface LongNoteProps {
  readonly text: string;
  /** What the note is about, for who hears the buttons one by one. */
  readonly about: string;
}

/** The beginning of a note, and the rest on demand: one of three thousand characters would hide everything below it. */
export function LongNote({ text, about }: LongNoteProps) {
  const [whole, showWhole] = useState(false);
  const characters = [...text];
  if (text === '') return null;
  const long = characters.length > SHOWN;
  return (
    <p className="long-note">
      {long && !whole ? `${characters.slice(0, SHOWN).join('')}…` : text}{' '}
      {long && (
        <button
          type="button"
          className="link-button"
          aria-expanded={whole}
          aria-label={`${whole ? '收起' : '展开'}：${about}`}
          onClick={() => showWhole(!whole)}
        >
          {whole ? '收起' : '展开'}
        </button>
      )}
    </p>
  );
}
