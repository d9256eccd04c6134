import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { carryOut } from '../api/carry-out';
import { sendFile } from './send-file';
import { sizeInWords } from './size-in-words';
import { Failure } from '../ui/failure';
import { focusOnNew } from '../ui/focus-on-new';
import './file-choice.css';

/** What is kept of an uploaded file until it is handed in with what it belongs to. */
export interface ChosenFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

const ACCEPTED = 'application/pdf,image/jpeg,image/png';
const MOST = 5;

interface FileChoiceProps {
  /** Where each file is uploaded to. */
  readonly to: string;
  /** What is chosen, where no label of a form says it. */
  readonly label?: string;
  /** How many may be chosen. */
  readonly most?: number;
  /** What can be done with those beyond. */
  readonly beyond?: string;
  /** Where a photo is taken on the spot: what of, for who hears the buttons one by one. */
  readonly camera?: string;
  /** By antd's Form.Item. */
  readonly id?: string;
  readonly value?: readonly ChosenFile[];
  readonly onChange?: (files: readonly ChosenFile[]) => void;
}

/** Files beside what is written (证据材料、照片): each is uploaded as it is chosen, and handed in with the words. */
export function FileChoice({
  to,
  label,
  most = MOST,
  beyond = '',
  camera,
  id,
  value = [],
  onChange,
}: FileChoiceProps) {
  const own = useId();
  const input = id ?? own;
  const [progress, setProgress] = useState(0);
  const sending = useMutation({
    mutationFn: (file: File) => sendFile<ChosenFile>(to, file, { method: 'POST', onProgress: setProgress }),
    onMutate: () => setProgress(0),
  });
  const choose = (files: FileList | null) => {
    const [chosen] = files ?? [];
    if (!chosen) return;
    carryOut(sending, chosen, ({ id: fileId, name, size }) =>
      onChange?.([...value, { id: fileId, name, size }]),
    );
  };
  const full = value.length >= most;
  const here = useRef<HTMLDivElement>(null);
  const known = useRef(value.length);
  useEffect(() => {
    const box = here.current;
    // While it was sent, what it was chosen with could not have the focus.
    if (sending.isError) focusOnNew(box, box?.querySelector('input'));
    else if (sending.isSuccess && value.length > known.current)
      focusOnNew(box, box?.querySelector('li:last-child button'));
    else if (value.length < known.current) focusOnNew(box, box?.querySelector('input'));
    known.current = value.length;
  }, [sending.isError, sending.isSuccess, value.length]);
  return (
    <div ref={here} className="file-choice">
      {value.length > 0 && (
        <ul aria-label="已上传的文件">
          {value.map(({ id: fileId, name, size }) => (
            <li key={fileId}>
              {name}（{sizeInWords(size)}）{' '}
              <button
                type="button"
                className="link-button"
                aria-label={`移除${name}`}
                onClick={() => onChange?.(value.filter((file) => file.id !== fileId))}
              >
                移除
              </button>
            </li>
          ))}
        </ul>
      )}
      {sending.isPending && <Progress percent={Math.round(progress * 100)} aria-label="正在上传文件" />}
      {sending.error && <Failure error={sending.error} what="文件没有上传成功" />}
      <input
        id={input}
        className="visually-hidden"
        type="file"
        {...(label === undefined ? {} : { 'aria-label': label })}
        accept={ACCEPTED}
        disabled={full || sending.isPending}
        onChange={(event) => {
          choose(event.target.files);
          event.target.value = '';
        }}
      />
      <Button
        disabled={full || sending.isPending}
        tabIndex={-1}
        onClick={() => document.getElementById(input)?.click()}
      >
        {value.length === 0 ? '选择文件' : '再选一份'}
      </Button>
      {camera !== undefined && (
        <>
          <input
            id={`${input}-photo`}
            className="visually-hidden"
            type="file"
            accept="image/*"
            capture="environment"
            aria-label={camera}
            disabled={full || sending.isPending}
            onChange={(event) => {
              choose(event.target.files);
              event.target.value = '';
            }}
          />{' '}
          <Button
            disabled={full || sending.isPending}
            tabIndex={-1}
            onClick={() => document.getElementById(`${input}-photo`)?.click()}
          >
            拍照
          </Button>
        </>
      )}
      {full && most > 1 && (
        <p className="muted">
          最多 {most} 份。{beyond}
        </p>
      )}
    </div>
  );
}
