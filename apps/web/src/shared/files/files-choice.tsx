import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../api/carry-out';
import { Failure } from '../ui/failure';
import { sendFile } from './send-file';
import { sizeInWords } from './size-in-words';
import './files-choice.css';

/** What is kept of an uploaded file until the record that it belongs to is made. */
export interface ChosenFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

const ACCEPTED = 'application/pdf,image/jpeg,image/png';

interface FilesChoiceProps {
  /** Where each is uploaded, as it is chosen. */
  readonly path: string;
  readonly most: number;
  /** By antd's Form.Item. */
  readonly id?: string;
  readonly value?: readonly ChosenFile[];
  readonly onChange?: (files: readonly ChosenFile[]) => void;
}

/** Photos and papers beside a record: each is uploaded as it is chosen, and named by the record. */
export function FilesChoice({ path, most, id, value = [], onChange }: FilesChoiceProps) {
  const own = useId();
  const input = id ?? own;
  const [progress, setProgress] = useState(0);
  const sending = useMutation({
    mutationFn: (file: File) => sendFile<ChosenFile>(path, file, { method: 'POST', onProgress: setProgress }),
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
  return (
    <div className="files-choice">
      {value.length > 0 && (
        <ul aria-label="已上传的文件">
          {value.map(({ id: fileId, name, size }) => (
            <li key={fileId}>
              {name}（{sizeInWords(size)}）{' '}
              <button
                type="button"
                className="link-button"
                aria-label={`不附${name}`}
                onClick={() => onChange?.(value.filter((file) => file.id !== fileId))}
              >
                不附
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
      {full && <p className="muted">最多 {most} 份。</p>}
    </div>
  );
}
